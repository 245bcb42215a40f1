// Looks for records of the same person while a form is being filled in; without it the form asks when it is sent.

const WAIT = 900; // milliseconds after the last key
const NAMED = ["given_names", "family_name", "known_as", "birth_date-day", "birth_date-month", "birth_date-year", "nhs_number", "postcode"];

const region = document.querySelector("[data-look-alikes]");
const form = region && document.querySelector("form.sl-form");

function typed() {
  const sent = new URLSearchParams();
  const all = new FormData(form);
  for (const name of NAMED) sent.append(name, all.get(name) || "");
  return sent;
}

function enough(sent) {
  return (sent.get("family_name") + sent.get("given_names")).trim().length > 2 || sent.get("nhs_number").trim().length > 9;
}

let waiting = 0;
let asked = "";

async function look() {
  const sent = typed();
  if (sent.toString() === asked || !enough(sent)) return;
  asked = sent.toString();
  sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(region.dataset.lookAlikes, { method: "POST", body: sent });
    if (answer.ok && !answer.redirected) region.innerHTML = await answer.text();
  } catch {
    asked = ""; // no connection: the form asks when it is sent
  }
}

if (form) {
  form.addEventListener("input", (event) => {
    if (!NAMED.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, WAIT);
  });
}
