// Passkeys: a form with data-passkey asks the device, puts its answer in the form's hidden field and sends the form.
//
//   "sign-in"   the options come from the form's own address
//   "confirm"   the options stand in the page, for somebody already known
//   "add"       the same, to make a new passkey

const options = JSON.parse(document.getElementById("passkey-options")?.textContent || "{}");
const { webauthnJSON } = window;
const WORDS = {
  NotAllowedError: "The passkey was not used. Try again, or use another way.",
  InvalidStateError: "This device already holds a passkey for you.",
  SecurityError: "Passkeys need a secure connection to this service's own address.",
};

async function asked(purpose, form) {
  if (purpose === "add") return webauthnJSON.create(forever(options.creation_options));
  if (purpose === "confirm") return webauthnJSON.get(options.request_options);
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  return webauthnJSON.get((await response.json()).request_options);
}

function forever(creation) {
  const selection = { ...creation.publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  return { ...creation, publicKey: { ...creation.publicKey, authenticatorSelection: selection } };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const problem = form.querySelector("[data-passkey-problem]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      if (!webauthnJSON?.supported()) throw new DOMException("", "SecurityError");
      form.elements.credential.value = JSON.stringify(await asked(form.dataset.passkey, form));
      HTMLFormElement.prototype.submit.call(form);
    } catch (failure) {
      problem.textContent = WORDS[failure.name] || "The passkey could not be used. Check your connection and try again.";
      problem.hidden = false;
    }
  });
}
