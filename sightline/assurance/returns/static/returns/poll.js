// Shows how far an import has come without a click; without this script the page has a link that does the same.

const EVERY = 2000; // milliseconds
const LONGEST = 20000;

async function look(wait) {
  const shown = document.querySelector("[data-poll]");
  if (!shown) return;
  try {
    const response = await fetch(shown.dataset.poll, {
      headers: { "X-Requested-With": "poll" },
      credentials: "same-origin",
      redirect: "manual",
    });
    if (response.ok) {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const found = page.getElementById(shown.id);
      if (found) show(shown, found);
      wait = EVERY;
    } else {
      wait = Math.min(wait * 2, LONGEST);
    }
  } catch {
    wait = Math.min(wait * 2, LONGEST);
  }
  if (document.querySelector("[data-poll]")) setTimeout(look, wait, wait);
}

function show(shown, found) {
  if (!found.dataset.poll) {
    window.location.reload(); // it is over: the whole page, with everything that starts on it
    delete shown.dataset.poll;
    return;
  }
  for (const part of ["[data-far]", "progress"]) {
    const [old, now] = [shown.querySelector(part), found.querySelector(part)];
    if (old && now && !old.isEqualNode(now)) old.replaceWith(now);
  }
}

setTimeout(look, EVERY, EVERY);
