// Warns before the session ends, and keeps what was being written. It asks the server for nothing by itself.
(() => {
  const box = document.getElementById("idle");
  const limit = box.dataset.limit * 1000, warning = box.dataset.warning * 1000;
  const LAST = "platform-last-request", DRAFT = "platform-draft:" + location.pathname;
  const part = id => document.getElementById(id);
  // A request in one tab is a request for all.
  const heard = () => Number(localStorage.getItem(LAST)) || 0;
  const began = Date.now();
  let last = began;
  localStorage.setItem(LAST, began);

  const look = () => {
    last = Math.max(last, heard());
    const left = last + limit - Date.now();
    if (left > warning) {
      if (box.open) box.close();
      part("idle-soon").hidden = false;
      part("idle-over").hidden = true;
    } else {
      const over = left <= 0;
      part("idle-soon").hidden = over;
      part("idle-over").hidden = !over;
      const seconds = Math.max(0, Math.ceil(left / 1000));
      part("idle-left").textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      if (!box.open) box.showModal();
    }
  };
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);

  part("stay").addEventListener("click", async () => {
    const answer = await fetch("/resta-collegato", {method: "POST", headers: {[box.dataset.header]: box.dataset.token}, redirect: "manual"}).catch(() => null);
    if (answer && answer.ok) {
      last = Date.now();
      localStorage.setItem(LAST, last);
    } else {
      last = 0;
      localStorage.setItem(LAST, 0);
    }
    look();
  });
  part("sign-in-again").href = location.href;

  // Only this tab keeps it, and only until it has been sent and the answer was another page.
  const SENT = "platform-draft-sent", sent = sessionStorage.getItem(SENT);
  if (sent && sent !== DRAFT) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem(SENT);
  }
  const forget = which => Object.keys(sessionStorage).filter(it => it.startsWith("platform-draft:") && which(it)).forEach(it => sessionStorage.removeItem(it));
  forget(it => JSON.parse(sessionStorage.getItem(it)).mark !== box.dataset.account);
  document.querySelector("form[action='/logout']").addEventListener("submit", () => forget(() => true));
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const fields = [...form.elements].filter(it => it.name && !["hidden", "password", "submit"].includes(it.type));
  const mark = box.dataset.account;
  const holder = it => /radio|checkbox/.test(it.type) ? "checked" : "value";
  const written = () => fields.map(it => it[holder(it)]);
  let dirty = false, sending = false;
  form.addEventListener("input", () => {
    dirty = true;
    sessionStorage.setItem(DRAFT, JSON.stringify({mark, values: written()}));
  });
  form.addEventListener("submit", () => {
    sending = true;
    sessionStorage.setItem(SENT, DRAFT);
  });
  addEventListener("beforeunload", event => { if (dirty && !sending && box.open === false) event.preventDefault(); });
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) || "null");
  // A form that came back with its errors shows what was written already.
  if (draft && draft.mark === mark && draft.values.length === fields.length && draft.values.some((it, at) => it !== written()[at])) {
    fields.forEach((it, at) => { it[holder(it)] = draft.values[at]; });
    part("draft-note").hidden = false;
    form.before(part("draft-note"));
    dirty = true;
  }
})();
