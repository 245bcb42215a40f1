// Starts the GOV.UK components of the page and folds the side navigation on narrow screens.

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
const fold = () => folds.forEach((each) => (each.open = wide.matches));
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
