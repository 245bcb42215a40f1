// Starts the GOV.UK components of the page and folds the side navigation on narrow screens.

const library = document.querySelector("link[data-govuk-frontend]");
if (library) import(library.href).then((govuk) => govuk.initAll());

const wide = window.matchMedia("(min-width: 48.0625rem)");
const folds = document.querySelectorAll("details[data-folds-when-narrow]");
const fold = () => folds.forEach((each) => (each.open = wide.matches));
wide.addEventListener("change", fold);
window.addEventListener("beforeprint", () => folds.forEach((each) => (each.open = true)));
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
