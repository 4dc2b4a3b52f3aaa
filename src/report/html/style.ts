/**
 * How a page looks: on a light and a dark screen, narrow, printed, and with forced colours. One constant, so that the
 * page's policy can name it by its hash; nothing of a report goes into it.
 */

export type Token =
  | 'page'
  | 'raised'
  | 'line'
  | 'text'
  | 'quiet'
  | 'link'
  | 'bad'
  | 'badTint'
  | 'warn'
  | 'warnTint'
  | 'good'
  | 'goodTint'
  | 'note'
  | 'noteTint'
  | 'bar';

type Palette = Readonly<Record<Token, string>>;

const light: Palette = {
  page: '#ffffff',
  raised: '#f5f7fa',
  line: '#d5dce4',
  text: '#1b2330',
  quiet: '#56606e',
  link: '#0a58ca',
  bad: '#a3142a',
  badTint: '#fdecee',
  warn: '#7a4b00',
  warnTint: '#fdf3d8',
  good: '#0d6832',
  goodTint: '#e3f6ea',
  note: '#2b4c8c',
  noteTint: '#e9f0fd',
  bar: '#8fb7f2',
};

const dark: Palette = {
  page: '#0e1218',
  raised: '#171d26',
  line: '#323c49',
  text: '#e8edf4',
  quiet: '#9aa7b6',
  link: '#7db3ff',
  bad: '#ff8f98',
  badTint: '#36161c',
  warn: '#ebbb55',
  warnTint: '#33270d',
  good: '#5fd08a',
  goodTint: '#10301e',
  note: '#9dbdf7',
  noteTint: '#182640',
  bar: '#2f5fa8',
};

export const palettes = { light, dark } as const;

/** Text over ground, as the style sheet pairs them: each is to be read at a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const pairs: readonly (readonly [Token, Token])[] = (['page', 'raised'] as const)
  .flatMap((ground): readonly (readonly [Token, Token])[] =>
    (['text', 'quiet', 'link', 'bad', 'warn', 'good', 'note'] as const).map((ink) => [ink, ground]),
  )
  .concat([
    ['bad', 'badTint'],
    ['warn', 'warnTint'],
    ['good', 'goodTint'],
    ['note', 'noteTint'],
    ['text', 'badTint'],
    ['text', 'warnTint'],
    ['text', 'goodTint'],
    ['text', 'noteTint'],
    ['quiet', 'noteTint'],
  ]);

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([token, colour]) => `--${token}:${colour}`)
    .join(';');

/** Bars by class: a policy that names the style by its hash allows no style attributes. */
const widths = Array.from({ length: 100 }, (_, i) => `.w${i + 1}{width:${i + 1}%}`).join('');

export const style = `:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1.5rem}
.top{border-top:6px solid var(--line)}
.top.pass{border-color:var(--good)}.top.warn{border-color:var(--warn)}.top.fail{border-color:var(--bad)}.top.note{border-color:var(--note)}
header{padding-top:1.5rem}
main{padding-bottom:1rem}
footer{padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
h1{font-size:1.75rem;line-height:1.25;margin:.75rem 0 .25rem;letter-spacing:-.01em;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .75rem;overflow-wrap:anywhere}
h3{font-size:1rem;line-height:1.4;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
.lead{font-size:1.0625rem;overflow-wrap:anywhere}
.quiet,.brand{color:var(--quiet)}
.brand{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;font-size:.875rem}
a{color:var(--link)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:9}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
h1 code{font-size:1em}
ul{margin:.5rem 0;padding-left:1.25rem}
li{margin:.25rem 0;overflow-wrap:anywhere}
.badge{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;border:1px solid;font-size:.8125rem;font-weight:600;white-space:nowrap}
.verdict{font-size:.9375rem;padding:.125rem .75rem;letter-spacing:.02em;text-transform:uppercase}
.fail,.failed,.undecided,.fatal{--ink:var(--bad);--tint:var(--badTint)}
.warn,.warned,.unsure,.waived,.warning{--ink:var(--warn);--tint:var(--warnTint)}
.pass,.met{--ink:var(--good);--tint:var(--goodTint)}
.note,.notice{--ink:var(--note);--tint:var(--noteTint)}
.badge{color:var(--ink,var(--quiet));background:var(--tint,var(--raised));border-color:currentColor}
.more{color:var(--bad)}.less{color:var(--good)}.open{color:var(--warn)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0;list-style:none}
.cards li{margin:0;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
.cards .label{display:block;color:var(--quiet);font-size:.8125rem}
.cards strong{display:block;font-size:1.375rem;line-height:1.35;font-weight:600;font-variant-numeric:tabular-nums}
.cards strong code{font-size:.9375rem}
.cards .sub{display:block;font-size:.8125rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0}
.tall{max-height:85vh}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.5rem .75rem;color:var(--quiet);font-size:.8125rem}
th,td{padding:.375rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody:last-child tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--raised);color:var(--quiet);font-weight:600;white-space:nowrap;border-bottom:1px solid var(--line)}
tbody th{font-weight:500;min-width:9rem}
tbody tr:hover>*{background:var(--raised)}
.n{text-align:right;white-space:nowrap}
.n code{white-space:nowrap}
.place{min-width:8rem}
.wide{min-width:14rem}
.shape code{white-space:nowrap}
.exact{display:block;color:var(--quiet);font-size:.75rem}
.share{white-space:nowrap}
.track{display:inline-block;width:4.5rem;height:.5rem;margin-right:.5rem;border-radius:.25rem;background:var(--line);overflow:hidden;vertical-align:baseline;text-align:left}
.track>i{display:block;height:100%;border-radius:.25rem;background:var(--bar)}
.track.failed>i,.track.undecided>i{background:var(--bad)}.track.warned>i,.track.unsure>i,.track.waived>i{background:var(--warn)}.track.met>i{background:var(--good)}
.remarks{list-style:none;padding:0}
.remarks li{display:grid;grid-template-columns:6.5rem 1fr;gap:.75rem;padding:.625rem 0;margin:0;border-bottom:1px solid var(--line)}
.remarks li:last-child{border-bottom:0}
.remarks .badge{justify-self:start;align-self:start}
.remarks p{margin:0}
.columns{columns:26rem;column-gap:1.5rem}
.columns>.scroll{break-inside:avoid;margin:0 0 1rem}
details{margin:.75rem 0}
summary{cursor:pointer;padding:.375rem 0;font-weight:600}
.model{content-visibility:auto;contain-intrinsic-size:auto 50rem}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0 0;font-size:.875rem}
.tools[hidden]{display:none}
.tools label,.brand label{display:inline-flex;gap:.5rem;align-items:center}
.brand label{margin-left:auto}
input[type=search]{font:inherit;color:inherit;background:var(--page);border:1px solid var(--quiet);border-radius:.375rem;padding:.25rem .625rem;width:18rem;max-width:100%}
thead button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
thead button::after{content:" ↕";opacity:.55}
[aria-sort=ascending] button::after{content:" ↑";opacity:1}
[aria-sort=descending] button::after{content:" ↓";opacity:1}
body:has(#exact:checked) td[title]{font-size:0}
body:has(#exact:checked) td[title]::after{content:attr(title);font-size:.875rem}
${widths}
@media (max-width:40rem){header,main,footer{padding-left:1rem;padding-right:1rem}h1{font-size:1.375rem}th,td{padding:.375rem .5rem}tbody th{min-width:6rem}.remarks li{grid-template-columns:1fr;gap:.25rem}}
@media print{:root{${variables(light)}}body{font-size:10pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}.tools,.skip,.brand label{display:none}.scroll,.tall{max-height:none;overflow:visible;border:0}.model{content-visibility:visible}thead th{position:static}tr,.cards li,.remarks li{break-inside:avoid}h2,h3{break-after:avoid}details:not([open])::details-content{content-visibility:visible;height:auto}.badge,.track,.track>i{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.track{border:1px solid}.track>i{background:CanvasText;forced-color-adjust:none}}
`;

/** SHA-256 of the above, as the policy names it; a test holds the two together. */
export const styleHash = 'sha256-skl1ElTDmn6T+MxhLUDWq6WiXiCoFNtTunW+npmhVIQ=';
