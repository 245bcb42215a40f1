// Hides a page that was left alone, and opens it again in place: what was typed stays in the form underneath.
//
// POST to the lock's address: with lock=1 the session is locked; with a password it answers
//   200 {"unlocked": true}   or   4xx {"error": "a sentence"}

const dialog = document.getElementById("lock");
const page = document.getElementById("page");
const { lockMinutes, lockUrl, csrfCookie } = document.body.dataset;

if (dialog && page) start();

function start() {
  const form = dialog.querySelector("form[data-unlock]");
  const error = dialog.querySelector("[data-unlock-error]");
  const group = dialog.querySelector("[data-unlock-group]");
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("sightline") : null;
  let lastInput = Date.now();
  let lastTold = 0;
  let focused = null;

  let lastHeard = Date.now(); // when the server last heard of somebody at this page
  const send = (fields) =>
    fetch(form.action, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { Accept: "application/json", "X-CSRFToken": token(), "X-Requested-With": "lock", "X-Seconds-Idle": secondsIdle() },
      body: new URLSearchParams(fields),
    });

  const secondsIdle = () => String(Math.round((Date.now() - lastInput) / 1000));
  const active = (event) => {
    if (!event.isTrusted || dialog.open) return;
    lastInput = Date.now();
    if (channel && lastInput - lastTold > 5000) channel.postMessage({ active: (lastTold = lastInput) });
  };
  for (const event of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) {
    document.addEventListener(event, active, { passive: true, capture: true });
  }
  channel?.addEventListener("message", ({ data }) => {
    if (data.active) lastInput = Math.max(lastInput, data.active);
    if (data.unlocked && dialog.open) open();
  });

  const lock = (url) => {
    if (url) setAddress(url);
    if (dialog.open) return;
    focused = document.activeElement;
    document.documentElement.dataset.locked = "";
    page.inert = true;
    dialog.showModal();
    dialog.querySelector("input").focus();
  };
  const setAddress = (url) => {
    const address = new URL(url, window.location.href);
    if (address.origin !== window.location.origin) return;
    form.action = address.href;
    dialog.querySelector("[data-unlock-elsewhere]").href = address.href;
  };
  const open = () => {
    dialog.close();
    form.reset();
    say("");
    delete document.documentElement.dataset.locked;
    page.inert = false;
    lastInput = Date.now();
    focused?.focus?.();
    for (const hidden of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) hidden.value = token() || hidden.value;
    document.dispatchEvent(new CustomEvent("sightline:unlocked"));
  };
  const say = (text) => {
    error.textContent = text;
    group.classList.toggle("govuk-form-group--error", Boolean(text));
  };

  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.addEventListener("sightline:locked", (event) => lock(event.detail.url));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = form.elements.password.value;
    if (!password) return say("Enter your password");
    if (!form.getAttribute("action")) return say("Use the link to sign in again, then come back to this page.");
    try {
      const response = await send({ password });
      const json = response.headers.get("Content-Type")?.includes("application/json");
      const said = json ? await response.json() : {};
      if (response.ok && said.unlocked) {
        channel?.postMessage({ unlocked: true });
        return open();
      }
      say(said.error || "You cannot unlock with a password here. Use the link to sign in another way, then come back.");
    } catch {
      say("No connection. Keep this page open and try again.");
    }
    form.elements.password.select();
  });
  window.addEventListener("focus", async () => {
    if (!dialog.open || !form.getAttribute("action")) return;
    try {
      const response = await send({ check: "1" });
      if (response.ok && (await response.json()).unlocked) open();
    } catch {
      // still locked, or no connection: the dialog stays
    }
  });

  const minutes = Number(lockMinutes);
  if (!minutes || !lockUrl) return;
  setInterval(() => {
    if (dialog.open) return;
    if (Date.now() - lastInput < minutes * 60000) return stayOpen(minutes);
    lock(lockUrl);
    send({ lock: "1" }).catch(() => {});
  }, 5000);

  // Reading a long page asks nothing of the server: tell it now and then that somebody is there, so that it does not lock.
  const stayOpen = async (limit) => {
    if (lastInput <= lastHeard || Date.now() - lastHeard < limit * 15000) return;
    lastHeard = Date.now();
    try {
      const response = await send({ here: "1" });
      const said = response.ok ? await response.json() : {};
      if (said.unlocked === false) lock(lockUrl);
    } catch {
      // no connection: the next save or page tells
    }
  };
}

function token() {
  const cookie = document.cookie.split("; ").find((each) => csrfCookie && each.startsWith(`${csrfCookie}=`));
  return cookie ? decodeURIComponent(cookie.slice(csrfCookie.length + 1)) : document.querySelector("input[name=csrfmiddlewaretoken]")?.value || "";
}
