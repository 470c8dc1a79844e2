/* One Pagefind for each language of the site: each reads word forms, and where words begin, in its own way. */

const FOLDER = new URL("../../pagefind/", import.meta.url)
const OWN_LANGUAGE_FIRST = 1.2
const UNSEEN = "\u200b"
const ENOUGH = 10 // pages that are shown first
const MOST_LOOKED_AT = 60 // pages read to see whether they hold what is looked for

/** All engines of the site; rejects where there is no index. */
export async function openEngines() {
  const response = await fetch(new URL("pagefind-entry.json", FOLDER))
  if (!response.ok) throw new Error(`no search index: ${response.status}`)
  const { languages } = await response.json()
  return Promise.all(Object.keys(languages).map(openEngine))
}

/* Pagefind keeps one stemmer a module, so each language gets a module of its own (the address differs, the file does
   not); and it takes the language from the page, at the moment in which the instance is made. */
async function openEngine(language) {
  const { createInstance } = await import(new URL(`pagefind.js#${language}`, FOLDER))
  const page = document.documentElement
  const own = page.lang
  page.lang = language
  try {
    return { language, weight: sameLanguage(own, language) ? OWN_LANGUAGE_FIRST : 1, pagefind: createInstance({}) }
  } finally {
    page.lang = own
  }
}

function sameLanguage(one, other) {
  return one.toLowerCase() === other.toLowerCase()
}

/** Pages that hold `text`, best first: `{score, language, load}`, where `load()` gives Pagefind's data of the page. */
export async function find(engines, text, filters) {
  const found = await Promise.all(engines.map(engine => findIn(engine, text, filters)))
  return found.flat().sort((one, other) => other.whole - one.whole || other.score - one.score)
}

async function findIn({ language, weight, pagefind }, text, filters) {
  const search = async words => (await pagefind.search(words, { filters })).results
  const results = await search(text ? prepared(text, language) : null)
  const pieces = runsOf(text).flatMap(run => piecesOf(run, language))
  const whole = pieces.length ? await thatHoldAll(text, results, pieces, search) : []
  const others = text && results.length && !(await isMeant(results[0], text, pieces)) ? [] : results
  const known = new Set(whole.map(({ id }) => id))
  return [...whole, ...others.filter(({ id }) => !known.has(id))].map(({ id, score, data }) => ({
    whole: known.has(id),
    score: score * weight,
    language,
    load: async () => known.has(id) ? wholeFirst(await data(), text) : data(),
  }))
}

/* Chinese signs without anything between them. */
function runsOf(text) {
  return plain(text).match(/\p{Script=Han}+/gu) ?? []
}

/* What Pagefind looks for: in these languages it lets the browser guess where words begin, in others it does not. */
function piecesOf(run, language) {
  if (!/^(zh|ja)\b/.test(language) || !Intl.Segmenter) return [run]
  return [...new Intl.Segmenter(language, { granularity: "word" }).segment(run)].map(({ segment }) => segment)
}

/* The browser guesses otherwise than the index: here 清零 is one word, there it is 清 and 零, and no word of the page
   begins with 零. So pages that hold any piece are looked at, those with the rarest piece first. Where many pages hold
   all pieces, only those are looked at that are shown first. */
async function thatHoldAll(text, results, pieces, search) {
  const held = async result => holds(textOf(await result.data()), wordsOf(text))
  if (results.length >= ENOUGH && (await held(results[0]))) return keep(results.slice(0, ENOUGH), held)
  const byPiece = await Promise.all([...new Set(pieces)].map(search))
  const candidates = [results, ...byPiece.sort((one, other) => one.length - other.length)].flat()
  const seen = new Set()
  const different = candidates.filter(({ id }) => !seen.has(id) && seen.add(id))
  return keep(different.slice(0, MOST_LOOKED_AT), held)
}

async function keep(results, test) {
  const passed = await Promise.all(results.map(test))
  return results.filter((_, index) => passed[index])
}

/* The parts of a page in which what is looked for stands at a hit, before those that only hold a piece of it. */
function wholeFirst(page, text) {
  const words = wordsIn(page)
  const around = (at, length) => plain(words.slice(Math.max(0, at - length), at + length).join(""))
  const missing = ({ locations }) =>
    runsOf(text).filter(run => !locations.some(at => around(at, run.length).includes(run))).length
  return { ...page, sub_results: [...page.sub_results].sort((one, other) => missing(one) - missing(other)) }
}

/* The words of a page, as Pagefind counts them; between those of a Chinese sentence it puts invisible spaces. */
function wordsIn({ raw_content }) {
  return raw_content.split(raw_content.includes(UNSEEN) ? UNSEEN : /\s+/)
}

function textOf({ raw_content, meta }) {
  return plain(`${meta.title ?? ""} ${raw_content}`.replaceAll(UNSEEN, ""))
}

function holds(content, words) {
  return words.every(word => content.includes(isHan(word) ? word : beginning(word)))
}

function wordsOf(text) {
  return [...runsOf(text), ...(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !isHan(word))]
}

/* Where no word begins as the one that is looked for, Pagefind takes the longest word that it begins with: "до" for
   "доставка"; and a piece of Chinese that stands nowhere, it forgets. That is the same for all results of a language,
   so the first one tells. */
async function isMeant(result, text, pieces) {
  const page = await result.data()
  const words = wordsIn(page)
  const hits = page.locations.map(location => plain(words[location] ?? ""))
  const wanted = wordsOf(text).filter(word => !isHan(word))
  return holds(textOf(page), pieces) && (hits.length === 0 || wanted.every(word => hits.some(hit => hit.includes(beginning(word)))))
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

function isHan(word) {
  return /\p{Script=Han}/u.test(word)
}

/* As much of a word as its other forms share with it: happiness, happy. */
function beginning(word) {
  return word.slice(0, Math.ceil(word.length * 0.4))
}

/* Pagefind turns й into и before it looks for the stem, and then misses the ending of быстрый; without the й it
   knows the ending. */
function prepared(text, language) {
  const exact = /^\s*".+"\s*$/.test(text)
  return language.startsWith("ru") && !exact ? text.replace(/(\p{L})й(?!\p{L})/giu, "$1") : text
}

/** Every value of every filter in the site, sorted: `{persona: ["Lena", ...], ...}`. */
export async function allFilters(engines) {
  const values = {}
  for (const filters of await Promise.all(engines.map(({ pagefind }) => pagefind.filters())))
    for (const [name, counts] of Object.entries(filters))
      for (const value of Object.keys(counts)) (values[name] ??= new Set()).add(value)
  return Object.fromEntries(Object.entries(values).map(([name, set]) => [name, [...set].sort((a, b) => a.localeCompare(b))]))
}
