// Saves a form to the server while it is being filled in. Nothing typed is ever kept in the browser's own storage.
//
// A form with data-autosave-url posts all its fields and is answered with
//   200 {"saved": "10:42", "draft": id, "version": n}
//   409 {"yours": {...}, "theirs": {...}, "version": n}   somebody, or another window, saved in between
//   401 {"reauthenticate": url}                            the session is locked

const AFTER_LAST_KEY = 2000;
const AT_MOST_EVERY = 15000;
const TRY_AGAIN = [3000, 5000, 10000, 20000, 30000];
const KEEPALIVE_LIMIT = 60000; // bytes; browsers refuse more once the page is going away
const NO_CONNECTION = "Not saved: no connection. Keep this page open; we try again.";

export function announce(text) {
  const region = document.getElementById("announcements");
  if (region && region.textContent !== text) region.textContent = text;
}

function csrfToken(form) {
  const name = document.body.dataset.csrfCookie;
  const cookie = document.cookie.split("; ").find((each) => name && each.startsWith(`${name}=`));
  return cookie ? decodeURIComponent(cookie.slice(name.length + 1)) : form.elements.csrfmiddlewaretoken?.value || "";
}

function fields(form) {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
  return sent;
}

function question(form, name) {
  const element = [form.elements[name]].flat()[0];
  const control = element instanceof RadioNodeList ? element[0] : element;
  if (!control) return name;
  const legend = ["radio", "checkbox"].includes(control.type) && control.closest("fieldset")?.querySelector("legend");
  return (legend || control.labels?.[0])?.textContent.trim() || name;
}

function asRead(form, name, values) {
  const found = form.elements[name];
  const controls = found instanceof RadioNodeList ? [...found] : [...(found?.options ?? [])];
  const words = (value) => {
    const one = controls.find((each) => each.value === String(value));
    return (one?.labels?.[0] ?? one)?.textContent.trim() || String(value);
  };
  return values.filter((value) => value !== "").map(words).join(", ") || "Nothing";
}

function put(form, name, value) {
  const values = [value].flat().map(String);
  const found = form.elements[name];
  for (const control of found instanceof RadioNodeList ? [...found] : found ? [found] : []) {
    if (["radio", "checkbox"].includes(control.type)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

// Beneath each long text, the words that could be said differently; the page is told them and keeps nothing.
function pointOut(form, words) {
  for (const note of form.querySelectorAll("[data-words-of]")) {
    const found = words[note.dataset.wordsOf] ?? [];
    note.hidden = !found.length;
    note.querySelector("ul").replaceChildren(...found.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  }
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-autosave-line]");
    this.text = form.querySelector("[data-autosave-text]");
    this.attempts = 0;
    this.unsaved = this.saving = this.stopped = this.asking = false;
    this.lastInput = Date.now();
    for (const event of ["input", "change"]) form.addEventListener(event, (on) => this.changed(on));
    form.addEventListener("submit", (event) => this.submitted(event));
    window.addEventListener("online", () => this.unsaved && this.save());
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("beforeunload", (event) => this.inDanger() && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    document.addEventListener("sightline:unlocked", () => this.unlocked());
  }

  changed(event) {
    if (event.target.type === "file" || event.target.closest("[data-autosave-choice]")) return;
    this.lastInput = Date.now();
    if (!this.unsaved) this.firstUnsaved = Date.now();
    this.unsaved = true;
    this.plan(Math.min(AFTER_LAST_KEY, Math.max(0, this.firstUnsaved + AT_MOST_EVERY - Date.now())));
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  say(text, state) {
    this.line.hidden = false;
    this.line.dataset.state = state;
    this.text.textContent = text;
    if (state !== "saving") announce(text);
  }

  async save({ keepalive = false } = {}) {
    if (this.saving || this.stopped || this.asking || !this.unsaved) return;
    clearTimeout(this.timer);
    this.saving = true;
    this.unsaved = false;
    if (this.attempts === 0) this.say("Saving…", "saving");
    try {
      await this.answered(await this.post(keepalive));
    } catch {
      this.failed(NO_CONNECTION);
    } finally {
      this.saving = false;
      if (this.waiting) this.sendNow();
    }
  }

  post(keepalive) {
    const body = fields(this.form);
    return fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      keepalive: keepalive && body.toString().length < KEEPALIVE_LIMIT,
      headers: {
        Accept: "application/json",
        "X-CSRFToken": csrfToken(this.form),
        "X-Requested-With": "autosave",
        "X-Seconds-Idle": String(Math.round((Date.now() - this.lastInput) / 1000)),
      },
      body,
    });
  }

  async answered(response) {
    const json = response.headers.get("Content-Type")?.includes("application/json");
    const said = json ? await response.json() : {};
    if (response.ok && json) return this.saved(said);
    if (response.status === 409 && said.theirs) return this.conflict(said);
    if (said.reauthenticate || [401, 419].includes(response.status)) return this.locked(said.reauthenticate);
    if (response.type === "opaqueredirect" || response.status === 403) return this.locked("");
    if (response.status >= 500) return this.failed("Not saved: the service has a problem. Keep this page open; we try again.");
    this.unsaved = true;
    this.say(`Not saved: ${said.error || "this form could not be read. Copy long texts before you leave the page."}`, "failed");
  }

  saved(said) {
    this.attempts = 0;
    this.setHidden("draft", said.draft);
    this.setHidden("draft_version", said.version);
    this.say(`Saved ${said.saved}`, "saved");
    pointOut(this.form, said.words ?? {});
    if (this.unsaved) this.plan(AFTER_LAST_KEY);
  }

  setHidden(name, value) {
    if (value !== undefined && this.form.elements[name]) this.form.elements[name].value = value;
  }

  failed(text) {
    this.unsaved = true;
    this.say(text, "failed");
    this.plan(TRY_AGAIN[Math.min(this.attempts, TRY_AGAIN.length - 1)]);
    this.attempts += 1;
  }

  locked(url) {
    this.unsaved = true;
    this.say("Not saved yet: sign in again to go on. Your text is still on this page.", "failed");
    document.dispatchEvent(new CustomEvent("sightline:locked", { detail: { url } }));
  }

  unlocked() {
    this.form.elements.csrfmiddlewaretoken && (this.form.elements.csrfmiddlewaretoken.value = csrfToken(this.form));
    this.attempts = 0;
    if (this.unsaved) this.save();
  }

  inDanger() {
    return this.unsaved && !this.stopped && (this.asking || this.attempts > 0);
  }

  leave() {
    if (this.unsaved && !this.stopped) this.save({ keepalive: true });
  }

  submitted(event) {
    if (event.defaultPrevented) return;
    this.stopped = true;
    clearTimeout(this.timer);
    if (!this.saving) return;
    event.preventDefault(); // a save is on its way: wait for its version, then send
    this.waiting = event.submitter ?? true;
  }

  sendNow() {
    const submitter = this.waiting === true ? undefined : this.waiting;
    this.waiting = undefined;
    if (this.asking) this.stopped = false;
    else HTMLFormElement.prototype.requestSubmit.call(this.form, submitter);
  }

  conflict({ yours, theirs, version }) {
    this.asking = this.unsaved = true;
    this.setHidden("draft_version", version);
    const own = fields(this.form);
    const differing = Object.keys({ ...yours, ...theirs }).filter(
      (name) => JSON.stringify([theirs[name] ?? ""].flat()) !== JSON.stringify(own.getAll(name).length ? own.getAll(name) : [""]),
    );
    if (!differing.length) return this.settled();
    this.say("Not saved: this form was also changed somewhere else. Choose which text to keep.", "failed");
    this.panel = new Conflict(this, differing, own, theirs).show();
  }

  settled() {
    this.panel?.remove();
    this.panel = undefined;
    this.asking = this.stopped = false;
    this.unsaved = true;
    this.save();
  }
}

class Conflict {
  constructor(autosave, names, own, theirs) {
    Object.assign(this, { autosave, names, own, theirs });
  }

  show() {
    const panel = document.createElement("div");
    panel.className = "sl-conflict";
    panel.dataset.autosaveChoice = "";
    panel.tabIndex = -1;
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "Choose which text to keep");
    panel.append(element("h2", "govuk-heading-m", "This form was also changed somewhere else"));
    panel.append(element("p", "govuk-body", "Both texts are shown. Nothing is lost until you choose."));
    for (const name of this.names) panel.append(this.pair(name));
    this.autosave.line.after(panel);
    panel.focus();
    return panel;
  }

  pair(name) {
    const pair = element("section", "sl-conflict__pair");
    pair.append(element("h3", "govuk-heading-s", question(this.autosave.form, name)));
    const both = element("div", "sl-conflict__both");
    both.append(this.side(pair, name, "On this page", this.own.getAll(name), "Keep this one", false));
    both.append(this.side(pair, name, "Saved somewhere else", [this.theirs[name] ?? ""].flat(), "Use this one", true));
    pair.append(both);
    return pair;
  }

  side(pair, name, heading, values, label, take) {
    const side = element("div", "sl-conflict__side");
    side.append(element("h4", "govuk-heading-s", heading));
    side.append(element("div", "sl-conflict__text", asRead(this.autosave.form, name, values)));
    const button = element("button", "govuk-button govuk-button--secondary", label);
    button.type = "button";
    button.append(element("span", "govuk-visually-hidden", ` for “${question(this.autosave.form, name)}”`));
    button.addEventListener("click", () => {
      if (take) put(this.autosave.form, name, values);
      const next = pair.nextElementSibling;
      pair.remove();
      this.names = this.names.filter((each) => each !== name);
      if (this.names.length) (next || this.autosave.panel).querySelector?.("button")?.focus();
      else this.autosave.settled();
    });
    side.append(button);
    return side;
  }
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) new Autosave(form);
