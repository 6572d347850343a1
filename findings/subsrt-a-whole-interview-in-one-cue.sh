#!/usr/bin/env bash
# subsrt 1.1.1 (npm), which reads and converts captions. It knows the end of a cue by an empty line with Windows' line
# ends. SRT with line feeds alone, as programs on Linux and macOS write it, is one cue: it has the times of the first
# and the words of all, with the numbers and times between them as words. WebVTT of the same kind has no cue at all, and
# is an empty file when it is converted. Neither raises an error. With Windows' line ends both are right, so a trial on
# a file from one machine tells nothing of the next. subsrt-ts 2.1.2, which goes on from it, is right with both.
#
# Expected: the same cues, or an error. The last words of an interview of an hour are at its first seconds, or nowhere.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund subsrt@1.1.1 subsrt-ts@2.1.2 > /dev/null
cat > see.cjs <<'JS'
const readers = { subsrt: require('subsrt'), 'subsrt-ts': require('subsrt-ts').default ?? require('subsrt-ts') }
for (const name in readers) console.log(name, require(`./node_modules/${name}/package.json`).version)

const srt = ['1', '00:00:00,000 --> 00:00:02,000', 'How long?', '', '2', '00:00:02,000 --> 00:00:03,000', 'Years.', '']
const vtt = ['WEBVTT', '', ...srt.map((line) => line.replaceAll(',', '.'))]
const cues = (reader, lines, end) =>
  reader.parse(lines.join(end)).filter((one) => one.type === 'caption').map((one) => [one.start, one.end, one.text.trim()])
const seen = {}
for (const [name, reader] of Object.entries(readers)) {
  for (const [form, lines] of [['SRT', srt], ['WebVTT', vtt]]) {
    seen[`${name}, ${form}, CR LF`] = cues(reader, lines, '\r\n')
    seen[`${name}, ${form}, LF`] = cues(reader, lines, '\n')
  }
}
seen['subsrt, WebVTT with LF to SRT'] = readers.subsrt.convert(vtt.join('\n'), { format: 'srt' })
const right = [[0, 2000, 'How long?'], [2000, 3000, 'Years.']]
const one = [[0, 2000, 'How long?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nYears.']]
const wanted = [right, one, right, [], right, right, right, right, '']
let changed = false
Object.entries(seen).forEach(([name, value], place) => {
  const same = JSON.stringify(value) === JSON.stringify(wanted[place])
  changed ||= !same
  console.log(`${name}: ${JSON.stringify(value)}${same ? '' : `   CHANGED, was ${JSON.stringify(wanted[place])}`}`)
})
process.exit(changed ? 1 : 0)
JS
node see.cjs
