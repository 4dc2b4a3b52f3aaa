import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/report/escape.ts
var maxLength = 100;
function markdownCode(text, most = maxLength) {
  return span(withoutComments(clean(text, most)));
}
function markdownCell(text, most = maxLength) {
  const shown = withoutComments(clean(text, most));
  return span(shown.replace(/(\\*)\|/g, (_, slashes) => `${slashes}${slashes}\\|`));
}
function span(shown) {
  if (shown.trim() === "") return "`(empty)`";
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || shown.startsWith(" ") && shown.endsWith(" ") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
function markdownSentence(text) {
  return markdownCode(text.replaceAll("`", "'"), 500);
}
function csvField(value) {
  if (value === null) return "";
  if (typeof value !== "string") return value.toString();
  const text = clean(value, Number.POSITIVE_INFINITY);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function htmlText(text, most = 500) {
  return clean(text, most).replace(/[&<>"'`]/g, (char) => entities.get(char) ?? "");
}
var entities = /* @__PURE__ */ new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["`", "&#96;"]
]);
function terminalText(text, most = maxLength) {
  return clean(text, most);
}
function logText(text, most = 500) {
  return clean(text, most).replaceAll("##[", "## [").replace(/^\s*::/, ": :");
}
function withoutComments(text) {
  return text.replaceAll("<!--", "<! --").replaceAll("-->", "-- >");
}
var controls = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";
var invisible = "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}";
var lonely = "\\ud800-\\udfff";
var unwanted = new RegExp(`[${invisible}${lonely}]+`, "gu");
var blank = new RegExp(`[${controls}\\s]`, "gu");
function clean(text, most) {
  if (text.length <= most && /^[ -~]*$/.test(text)) return text;
  return shorten(text, most).replace(unwanted, "\uFFFD").replace(blank, " ");
}
function shorten(text, most) {
  if (text.length <= most) return text;
  const front = Math.ceil(most * 2 / 3) - 8;
  const back = Math.floor(most / 3) - 8;
  return `${text.slice(0, front)}\u2026${text.slice(-back)} #${hash(text)}`;
}
function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h >>> 0).toString(16).padStart(8, "0");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((n, run) => Math.max(n, run.length), 0);
}

export {
  markdownCode,
  markdownCell,
  markdownSentence,
  csvField,
  htmlText,
  terminalText,
  logText
};
