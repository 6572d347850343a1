#!/usr/bin/env bash
# dom-anchor-text-quote 4.0.2 (npm), by which annotations on web pages find their passage again: its own words, and 32
# signs on either side. It looks from the middle of the text, and rather takes what is near there and differs in a few
# letters than the very letters farther off; the signs before the passage are found in the same way. A transcript asks
# again and again in the same words, so a code on "I sang at home." of 2014 is found at "I sing at home." of 2016, though
# the text is as it was and has either answer once. It tells no doubt. With the place as `hint` every answer is found.
#
# Expected: the words themselves where they are there, and those around them as they were; only then what is like them.
# That of what is alike the wrong one may be chosen is known (hypothesis/client 258 and 7571); here nothing was changed.
# Who codes interviews in a browser gets a code back on what the informant said of another time.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 jsdom@29.1.1 > /dev/null
cat > see.mjs <<'JS'
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'
import * as textQuote from 'dom-anchor-text-quote'

const load = createRequire(import.meta.url)
for (const name of ['dom-anchor-text-quote', 'jsdom']) console.log(name, load(`./node_modules/${name}/package.json`).version)
const root = new JSDOM('<p></p>').window.document.querySelector('p')
const answers = {
  2014: 'I sang at home.',
  2015: 'Mostly alone.',
  2016: 'I sing at home.',
  2017: 'In a choir.',
  2018: 'I sang at work.',
}
const text = Object.entries(answers).map(([year, answer]) => `INT: And music in ${year}? I1: ${answer} `).join('')
root.textContent = text

let changed = false
for (const [year, answer] of Object.entries(answers)) {
  const start = text.indexOf(answer)
  const selector = textQuote.fromTextPosition(root, { start, end: start + answer.length })
  const found = [{}, { hint: start }].map((options) => {
    const place = textQuote.toTextPosition(root, selector, options)
    return text.slice(place.start, place.end)
  })
  const wanted = [year === '2014' ? answers[2016] : answer, answer]
  const once = text.split(answer).length === 2 && selector.exact === answer
  const same = once && JSON.stringify(found) === JSON.stringify(wanted)
  changed ||= !same
  console.log(`coded: ${answer} found: ${found[0]} with hint: ${found[1]}${same ? '' : `   CHANGED, was ${wanted}`}`)
}
process.exit(changed ? 1 : 0)
JS
node see.mjs
