<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- The page's style. A rule that sets a background sets the colour of its text too; tests/report/contrast.py
     holds every such pair to 4.5 : 1, and every colour alone against every plain background. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
    <style><xsl:text>
*, ::before, ::after { box-sizing: border-box; }
html { color-scheme: light; -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body { margin: 0; color: #1b1f24; background: #ffffff;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.page { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem 3rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; color: #1d4268; break-after: avoid; }
h1 { font-size: 1.9rem; margin: 0 0 .25rem; }
h2 { font-size: 1.45rem; margin: 3rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid #1d4268; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .35rem; color: #1b1f24; }
article { margin-bottom: 2.5rem; }
p, ul, ol, dl { margin: .4rem 0; max-width: 48rem; }
a { color: #1a5490; text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1a5490; outline-offset: 2px; }
abbr { text-decoration: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem; }
.quiet { color: #4d5763; font-size: .875rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }

header.top { border-top: .5rem solid #1d4268; padding-top: 1.5rem; padding-bottom: 0; }
main > section:first-child h2 { margin-top: 1.75rem; }
.kind { margin: 0; color: #4d5763; font-size: .875rem; letter-spacing: .06em; text-transform: uppercase; }
.lede { font-size: 1.15rem; margin-top: 0; }
.terms { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .875rem; max-width: none; }
.terms dt { color: #4d5763; }
.terms dd { margin: 0; overflow-wrap: anywhere; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; max-width: none; }
.notice { border-left: .25rem solid #1d4268; padding: .25rem .9rem; color: #1b1f24; background: #eef3f8; }

.map { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .5rem; list-style: none;
  padding: 0; max-width: none; }
.map li { display: flex; border: 1px solid; border-left-width: .4rem; border-radius: .2rem; break-inside: avoid; }
.map a { display: flex; flex-direction: column; flex: 1; padding: .45rem .6rem; color: inherit; text-decoration: none;
  font-size: .875rem; line-height: 1.3; min-width: 0; }
.map a:hover .name { text-decoration: underline; }
.map .verdict { font-weight: 700; margin-top: auto; padding-top: .3rem; }
.map .num { font-weight: 700; }
.badge { display: inline-block; padding: .05rem .5rem; border: 1px solid; border-radius: .2rem; font-size: .8125rem;
  font-weight: 700; white-space: nowrap; }

.v-full, .r-equal, .t-both { color: #0b4a22; background: #d9efe0; border-color: #2f7d4f; }
.v-full-by-option { color: #2f4a0c; background: #e3f1d3; border-color: #5f7f1f; }
.v-full-by-reservation, .r-wider, .r-narrower { color: #123f66; background: #dbeaf7; border-color: #3a74a8; }
.v-partial, .r-overlapping, .t-depends { color: #5c3a00; background: #fdecc8; border-color: #a56b00; }
.v-none, .r-absent, .t-one-sided, .t-neither { color: #7a1512; background: #f9d9d6; border-color: #b3342e; }
.v-not-assessed, .t-not-assessed { color: #3b3b3b; background: #ececec; border-color: #6f6f6f; border-style: dashed; }
.v- { color: #4d5763; background: #ffffff; border-color: #8a929b; }

.legend { display: grid; grid-template-columns: max-content 1fr; gap: .35rem .9rem; align-items: baseline;
  font-size: .875rem; max-width: none; }
.legend dd { margin: 0; }
.finding { margin: .75rem 0 1rem; padding-left: .9rem; border-left: .2rem solid #c4ccd4; }
.finding h4 { display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: baseline; margin-top: 0; }
.finding p, .finding ul { margin: .25rem 0; }
.matters { padding-left: 1.2rem; }
.cited { font-weight: 700; }
.basis { color: #4d5763; font-size: .8125rem; font-weight: 400; white-space: nowrap; }
.head { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; margin: 0 0 .4rem; }
.missing { color: #7a1512; }
.left .missing { color: inherit; }
.back { font-size: .8125rem; }

.scroll { position: relative; overflow-x: auto; margin: .6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; }
caption { text-align: left; color: #4d5763; padding: .2rem 0; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; border: 1px solid #c4ccd4; }
thead th { color: #1b1f24; background: #eef3f8; }
tbody th { font-weight: 600; }
tr { break-inside: avoid; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
table.grid { width: auto; }
table.grid td, table.grid thead th { text-align: center; padding: .3rem .4rem; }
table.grid tbody th { text-align: left; min-width: 8rem; }
table.grid thead th:first-child { text-align: left; }
.grid td { font-weight: 600; font-size: .8125rem; }
.law { display: block; }
.note { display: block; color: #4d5763; }
.key { columns: 20rem; padding: 0; list-style: none; max-width: none; font-size: .875rem; }
.key li { break-inside: avoid; }
.spaced > li { margin: .4rem 0; }
summary { cursor: pointer; color: #1a5490; font-size: .875rem; padding: .2rem 0; }
summary:focus-visible { outline: 3px solid #1a5490; outline-offset: 2px; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid #c4ccd4; font-size: .875rem; }

.matrix .page, .safeguards .page { max-width: 90rem; }
.date { white-space: nowrap; }

@media (max-width: 40rem) {
  .page { padding: 0 .9rem 2rem; }
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; margin-top: 2.25rem; }
  .map { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
  .terms, .legend { grid-template-columns: 1fr; }
  .terms dd, .legend dd { margin-bottom: .4rem; }
  .finding { padding-left: .6rem; }
  table.stack, .stack tbody, .stack tr, .stack td, .stack tbody th { display: block; width: 100%; }
  .stack caption { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { border: 1px solid #c4ccd4; margin-bottom: .6rem; }
  .stack td, .stack tbody th { border: 0; border-bottom: 1px solid #e3e7eb; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: #4d5763; font-weight: 600; }
  .stack td:empty { display: none; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  @page wide { size: A4 landscape; margin: 12mm; }
  html { font-size: 9.5pt; }
  .page { max-width: none; padding: 0; }
  nav, .skip, .back, details:not([open]) { display: none; }
  .wide { page: wide; }
  .scroll { overflow: visible; }
  table.grid { font-size: 7.5pt; }
  table.grid td, table.grid thead th { padding: 1pt 2pt; font-size: 7pt; }
  table.grid tbody th { min-width: 0; }
  .map { grid-template-columns: repeat(4, 1fr); }
  h2 { margin-top: 1.5rem; }
  thead { display: table-header-group; }
  .v-full, .v-full-by-option, .v-full-by-reservation, .v-partial, .v-none, .v-not-assessed, .r-equal, .r-narrower,
  .r-wider, .r-overlapping, .r-absent, .t-both, .t-depends, .t-one-sided, .t-neither, .t-not-assessed, thead th,
  .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .sources a[href]::after { content: " (" attr(href) ")"; font-size: 7.5pt; overflow-wrap: anywhere; }
}
</xsl:text></style>
  </xsl:template>
</xsl:stylesheet>
