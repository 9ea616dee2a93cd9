#include "render/page_style.hpp"

namespace rel::render {

// Colours come in two families: warm ones for tiers, cool ones for ways of talking. Each kind has a shape or
// a pattern of its own as well.
const std::string_view page_style = R"(:root {
  --paper: #fbfaf7; --card: #ffffff; --edge: #e4e0d8; --ink: #24272b; --soft: #5f656d; --faint: #efece5;
  --shade: #e3e8df; --tier0: #b04a2f; --tier1: #9a6a1c; --tier2: #5d6b7c; --tier3: #7b8087;
  --way0: #1d5c66; --way1: #3f7fa6; --way2: #7466ad; --way3: #7b8087; --over: #b98a2f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --card: #1e2125; --edge: #33373d; --ink: #e7e4dd; --soft: #a7adb5; --faint: #292d32;
    --shade: #2f3a33; --tier0: #e58a6c; --tier1: #d9ab5c; --tier2: #9fb0c3; --tier3: #8d939b;
    --way0: #63b3bd; --way1: #86bde0; --way2: #b0a4e6; --way3: #8d939b; --over: #d1a650;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, "Noto Sans", "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1rem; }
header { padding: 2.5rem 0 .5rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 650; }
h2 { margin: 0; font-size: 1.25rem; font-weight: 650; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; font-weight: 650; color: var(--soft); }
.name { margin: 0; font-size: .9rem; font-weight: 600; }
p { margin: .25rem 0; max-width: 46rem; }
.days, section > p, figcaption, footer, .note, .soft { color: var(--soft); }
.lead { margin-top: .75rem; font-size: 1.15rem; line-height: 1.45; }
section { padding: 2rem 0 .5rem; }
figure { margin: .75rem 0 0; }
figcaption { margin-top: .5rem; max-width: 46rem; }
footer { margin-top: 2rem; padding-top: 1rem; padding-bottom: 2rem; font-size: .9rem; }
.card { padding: .9rem 1rem; background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; }
.cards, .months, .people { display: grid; gap: .75rem; }
.cards { grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
.months { grid-template-columns: repeat(auto-fill, minmax(9.4rem, 1fr)); }
.people { grid-template-columns: repeat(auto-fill, minmax(9.8rem, 1fr)); }
.months .card, .people .card { padding: .6rem; }
.wide { max-width: 32rem; }
.narrow { max-width: 20rem; margin-top: .75rem; }
.note { margin: .1rem 0 0; font-size: .85rem; line-height: 1.35; }
.legend {
  display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .75rem 0 0; padding: 0; list-style: none;
  font-size: .9rem;
}
.legend svg { width: 1.1rem; height: 1.1rem; vertical-align: -.2rem; }
table { border-collapse: collapse; margin: .75rem 0; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; color: var(--soft); }
td:first-child { min-width: 8.5rem; }
td .soft { overflow-wrap: break-word; }
tr:has(> td:first-child:not(:empty)) > * { border-top: 1px solid var(--edge); }
svg { display: block; width: 100%; height: auto; }
.legend svg { display: inline-block; }
.patterns { position: absolute; width: 0; height: 0; }
svg text { font-size: 11px; fill: var(--soft); }
svg .figure { fill: var(--ink); }
.grid { stroke: var(--edge); stroke-width: 1; }
.axis { stroke: var(--soft); stroke-width: 1; }
.target { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 4 3; }
.silence { fill: none; stroke: var(--ink); stroke-width: 1.4; stroke-linejoin: round; }
.over { fill: url(#over); stroke: none; }
.day { fill: var(--faint); }
.shaded { fill: var(--shade); }
.now { fill: var(--way0); }
.before { fill: url(#before); stroke: var(--soft); stroke-width: 1; }
.ring { fill: none; stroke: var(--soft); stroke-width: 2; }
.tier0 { fill: var(--tier0); }
.tier1 { fill: var(--tier1); }
.tier2 { fill: var(--tier2); }
.tier3 { fill: none; stroke: var(--tier3); stroke-width: 1.4; }
.way0 { fill: var(--way0); }
.way1 { fill: url(#way1); stroke: var(--way1); stroke-width: 1; }
.way2 { fill: url(#way2); stroke: var(--way2); stroke-width: 1; }
.way3 { fill: none; stroke: var(--way3); stroke-width: 1; }
.mark0 { fill: var(--way0); }
.mark1 { fill: var(--way1); }
.mark2 { fill: var(--way2); }
.mark3 { fill: none; stroke: var(--way3); stroke-width: 1.4; }
.touch { stroke: var(--soft); stroke-width: 1; }
#over path, #before path { stroke-width: 1.4; }
#over path { stroke: var(--over); }
#before path { stroke: var(--soft); }
#way1 path { stroke: var(--way1); stroke-width: 2; }
#way2 circle { fill: var(--way2); }
@media (max-width: 36rem) {
  table, tbody, tr, td { display: block; }
  tr { padding: .3rem 0; }
  td { padding: 0; }
}
@media print {
  :root {
    --paper: #ffffff; --card: #ffffff; --edge: #cfcac0; --ink: #000000; --soft: #4a4f55; --faint: #f0eee9;
    --shade: #dfe6da; --tier0: #b04a2f; --tier1: #9a6a1c; --tier2: #5d6b7c; --tier3: #7b8087;
    --way0: #1d5c66; --way1: #3f7fa6; --way2: #7466ad; --way3: #7b8087; --over: #b98a2f;
  }
  @page { margin: 15mm; }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header { padding-top: 0; }
  section { padding: 1.2rem 0 0; }
  .card, .legend, figcaption, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  figure:has(.months) { break-inside: avoid; }
  .months { grid-template-columns: repeat(4, 1fr); }
  .people { grid-template-columns: repeat(4, 1fr); }
  .cards { grid-template-columns: repeat(2, 1fr); }
  .wide { max-width: 28rem; }
}
)";

const std::string_view page_patterns =
    R"html(<svg class="patterns" aria-hidden="true" width="0" height="0">
<defs>
<pattern id="over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5"/></pattern>
<pattern id="before" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0V5"/></pattern>
<pattern id="way1" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5"/></pattern>
<pattern id="way2" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.1"/></pattern>
</defs>
</svg>
)html";

}  // namespace rel::render
