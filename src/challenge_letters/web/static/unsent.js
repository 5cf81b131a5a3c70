// Hands what is typed on a page and not sent to the server, which keeps it with the answers (decision 0043).
// Nothing is stored in the browser. Whoever leaves quickly or deletes the answers hands over nothing.
"use strict";
const form = document.querySelector("form[data-unsent]");

function isChanged(input) {
  if (input.type === "submit") return false;
  if (input.type === "radio" || input.type === "checkbox") return input.checked !== input.defaultChecked;
  if (input.options) return Array.from(input.options).some(one => one.selected && !one.defaultSelected && one.value);
  return input.value !== input.defaultValue;
}

function handOver() {
  if (Array.from(form.elements).some(isChanged)) navigator.sendBeacon(form.dataset.unsent, new FormData(form));
}

if (form && navigator.sendBeacon) {
  let isOver = false;
  const end = () => { isOver = true; };
  const handOverOnce = () => { if (!isOver) handOver(); };
  document.addEventListener("submit", end);
  document.querySelectorAll("a.leave").forEach(link => link.addEventListener("click", end));
  window.addEventListener("pagehide", handOverOnce);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") handOverOnce(); });
}
