// Starts the GOV.UK components of the page and folds navigation on narrow screens.

const library = document.querySelector("link[data-govuk-frontend]");
if (library) {
  import(library.href).then((govuk) => {
    govuk.initAll();
    plainRadios();
    window.addEventListener("pageshow", plainRadios);
  });
}

// GOV.UK Frontend puts aria-expanded on radios that reveal a question; ARIA does not allow it there.
function plainRadios() {
  for (const radio of document.querySelectorAll("input[type=radio][aria-expanded]")) radio.removeAttribute("aria-expanded");
}
document.addEventListener("click", plainRadios);

const wide = window.matchMedia("(min-width: 48.0625rem)");
const folds = document.querySelectorAll("details[data-folds-when-narrow]");
const fold = () =>
  folds.forEach((each) => {
    each.open = wide.matches;
    each.dataset.folded = ""; // until now the style sheet hid it on narrow screens, so that the page does not jump
  });
wide.addEventListener("change", fold);
window.addEventListener("beforeprint", () => {
  const when = new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const by = document.body.dataset.printedBy;
  const printed = `Printed ${when}${by ? ` by ${by}` : ""}`;
  document.documentElement.style.setProperty("--sl-printed", JSON.stringify(printed));
});
fold();

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.sl-account[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.sl-account[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Today and yesterday, one press away where most of what is recorded happened on them; without scripts they are typed.
for (const asked of document.querySelectorAll("[data-quick-days]")) {
  const boxes = asked.querySelectorAll("input");
  const legend = asked.closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? "";
  const offered = document.createElement("p");
  offered.className = "sl-quick-days";
  asked.dataset.quickDays.split(" ").forEach((day, before) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sl-quick-days__day";
    button.textContent = ["Today", "Yesterday"][before];
    button.setAttribute("aria-label", `${button.textContent}: ${legend}`);
    button.addEventListener("click", () => fillIn(boxes, day));
    offered.append(button, " ");
  });
  asked.after(offered);
}
function fillIn(boxes, day) {
  const parts = day.split("-").map(Number).reverse();
  boxes.forEach((box, place) => {
    box.value = parts[place];
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
