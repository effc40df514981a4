// What Keycloak's pages do with inline scripts, under a policy that allows none.
const form = document.querySelector("form[action*=session_code]");
const step = new URL(form?.getAttribute("action") ?? location, location);
const asked = step.searchParams;
const cookie = (name) => document.cookie.match(`(?:^|; )${name}="?([^";]+)`)?.[1];
const signedIn = () => cookie("KEYCLOAK_SESSION");
let sent, poll, looks = 0;

// Back and refresh ask for the step by GET, never with a used code (BrowserHistoryHelper).
if (asked.has("session_code")) {
  for (const used of ["session_code", "token", "auth_session_id"]) asked.delete(used);
  if (location.pathname.includes("/login-actions/")) history.replaceState({}, "", step);
}

// Signed in in another tab (authChecker.js): a login page goes on, at the second look, when that tab has reached its application.
// On other pages it would throw away what was typed.
if (document.querySelector("[data-follow]") && !signedIn()) {
  step.pathname = step.pathname.replace(/[^/]+$/, "restart");
  asked.delete("execution");
  asked.set("skip_logout", "true");
  poll = setInterval(() => signedIn() && looks++ && location.assign(step), 2000);
}

// Started again in another tab.
if (form) {
  setTimeout(() => {
    const now = cookie("KC_AUTH_SESSION_HASH");
    if (now && now !== (document.body.dataset.hash ?? now)) location.reload();
  }, 1000);
}

for (const button of document.querySelectorAll("[data-alt]")) {
  button.hidden = false;
  button.onclick = () => {
    const { firstChild, dataset } = button;
    [firstChild.data, dataset.alt] = [dataset.alt, firstChild.data];
    button.previousElementSibling.type = button.classList.toggle("on") ? "text" : "password";
  };
}

// Once is enough; a page that comes back, or waits in vain, may be sent again. The language is asked for as often as one likes.
const again = () => (sent = false);
const once = (event) => {
  if (event.target.method === "get") return;
  if (sent) event.preventDefault();
  else setTimeout(again, 8000);
  sent = true;
  clearInterval(poll);
  for (const shown of document.querySelectorAll(".pw [type=text]")) shown.type = "password";
};
addEventListener("submit", once);
addEventListener("click", (event) => event.target.closest("[data-once-link]") && once(event));
addEventListener("beforeunload", () => clearInterval(poll));
addEventListener("pageshow", again);
