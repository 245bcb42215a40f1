// Looks whether somebody is known while their name is typed; without it the button "Look whether we know them" does.

const WAIT = 900; // milliseconds after the last key
const TYPED = /^((?:children|adults)-\d+)-(given_names|family_name|birth_date-(?:day|month|year))$/;

const around = document.querySelector("[data-look-up]");
const form = around && around.querySelector("form");
const waiting = {};
const asked = {};

function typed(row) {
  const sent = new URLSearchParams({ row });
  for (const [name, value] of new FormData(form)) if (name.startsWith(`${row}-`)) sent.append(name, value);
  return sent;
}

function enough(row, sent) {
  return `${sent.get(`${row}-family_name`) || ""}${sent.get(`${row}-given_names`) || ""}`.trim().length > 2;
}

function place(row) {
  const known = document.getElementById(`look-up-${row}`);
  if (known) return known;
  const region = document.createElement("div");
  region.id = `look-up-${row}`;
  region.setAttribute("role", "status");
  const offered = form.querySelector(`[name="${row}-existing"]`)?.closest(".govuk-form-group");
  form.elements[`${row}-family_name`].closest(".govuk-form-group").after(region);
  if (offered) region.append(offered); // what the page came with is replaced, and never there twice
  return region;
}

async function look(row) {
  const sent = typed(row);
  if (sent.toString() === asked[row] || !enough(row, sent)) return;
  asked[row] = sent.toString();
  sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(around.dataset.lookUp, { method: "POST", body: sent });
    if (answer.ok && !answer.redirected) place(row).innerHTML = await answer.text();
  } catch {
    asked[row] = ""; // no connection: the form asks when it is sent
  }
}

if (form) {
  form.addEventListener("input", (event) => {
    const row = TYPED.exec(event.target.name || "")?.[1];
    if (!row) return;
    clearTimeout(waiting[row]);
    waiting[row] = setTimeout(() => look(row), WAIT);
  });
}
