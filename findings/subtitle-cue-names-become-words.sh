#!/usr/bin/env bash
# subtitle 4.2.2 (npm), which reads SRT and WebVTT: in WebVTT a cue may have any name on the line above its times, and
# programs that transcribe meetings give each cue one like 6e1f/12-0. The reader takes only whole numbers for names.
# Another one is read as words of the answer before it, after an empty line, in silence; where the first cue has such a
# name the whole file is refused ("expected timestamp at row 3"), though the file is right. Cues without names, and with
# numbers, are right, and so are answers that are a number, which is why few notice.
#
# Expected: the name left out, as in node-webvtt 1.9.4, which is shown beside. So: no names in WebVTT that is handed on.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund subtitle@4.2.2 node-webvtt@1.9.4 >/dev/null
cat >see.mjs <<'JS'
import { createRequire } from 'node:module'
import { parseSync } from 'subtitle'
import webvtt from 'node-webvtt'

const require = createRequire(import.meta.url)
for (const name of ['subtitle', 'node-webvtt']) console.log(name, require(`./node_modules/${name}/package.json`).version)

const talk = (...names) => 'WEBVTT\n' + names.map((name, place) =>
  `\n${name ? name + '\n' : ''}00:00:0${place}.000 --> 00:00:0${place + 1}.000\n${['How long?', '12', 'Years.'][place]}\n`).join('')
const read = (text) => {
  try {
    return parseSync(text).filter((one) => one.type === 'cue').map((one) => one.data.text)
  } catch (error) {
    return error.message
  }
}
const seen = {
  'without names': read(talk('', '', '')),
  'numbers as names': read(talk('1', '2', '3')),
  'a name on the second': read(talk('', '6e1f/12-1', '')),
  'a name on the first': read(talk('6e1f/12-0', '', '')),
  'the same, node-webvtt': webvtt.parse(talk('6e1f/12-0', '6e1f/12-1', '')).cues.map((cue) => cue.text),
}
const right = ['How long?', '12', 'Years.']
const wanted = [right, right, ['How long?\n\n6e1f/12-1', '12', 'Years.'],
  'expected timestamp at row 3, but received: "6e1f/12-0"', right]
let changed = false
Object.entries(seen).forEach(([name, value], place) => {
  const same = JSON.stringify(value) === JSON.stringify(wanted[place])
  changed ||= !same
  console.log(`${name}: ${JSON.stringify(value)}${same ? '' : `   CHANGED, was ${JSON.stringify(wanted[place])}`}`)
})
process.exit(changed ? 1 : 0)
JS
node see.mjs
