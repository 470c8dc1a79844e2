/* One Pagefind for each language of the site: each reads word forms, and where words begin, in its own way. */

const FOLDER = new URL("../../pagefind/", import.meta.url)
const OWN_LANGUAGE_FIRST = 1.2

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
  return found.flat().sort((one, other) => other.score - one.score)
}

async function findIn({ language, weight, pagefind }, text, filters) {
  const { results } = await pagefind.search(text ? prepared(text, language) : null, { filters })
  if (text && results.length && !isMeant(await results[0].data(), text)) return []
  return results.map(({ score, data }) => ({ score: score * weight, language, load: data }))
}

/* Where no word begins as the one that is looked for, Pagefind takes the longest word that it begins with: "до" for
   "доставка". That is the same for all results of a language, so the first one tells. */
function isMeant({ raw_content, locations }, text) {
  const words = raw_content.split(/\s+/)
  const hits = locations.map(location => plain(words[location] ?? ""))
  const wanted = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return hits.length === 0 || wanted.every(word => isHan(word) || hits.some(hit => hit.includes(beginning(word))))
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

/* Words inside a Chinese sentence are found by Pagefind's dictionary. */
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
