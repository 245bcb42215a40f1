// Gives the foot of printed pages their reference.
if (document.body.dataset.printReference) {
  document.documentElement.style.setProperty("--sl-reference", JSON.stringify(document.body.dataset.printReference));
}
// Tells the style sheets that scripts run, before anything is painted.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
