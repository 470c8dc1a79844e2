/* The search field in the header: what is typed, what was found, and the way through it by keyboard. */

const version = new URL(import.meta.url).search
const engine = await import(new URL(`search-engine.js${version}`, import.meta.url))

const AT_ONCE = 10 // pages shown before somebody asks for more
const PARTS = 4 // places shown of one page
const PAUSE = 120 // milliseconds without a key before a search begins
const FILTERS = ["kind", "persona", "stage", "channel", "owner"]

/** Bring the field `root` to life; `open` is the checkbox that shows it. */
export async function start(root, open) {
  const field = new Field(root, open)
  addStyle()
  field.listen()
  field.ready = field.prepare()
  await field.ready
}

function addStyle() {
  const style = element("link", { rel: "stylesheet", href: new URL(`search.css${version}`, import.meta.url) })
  document.head.append(style)
}

class Field {
  constructor(root, open) {
    Object.assign(this, { root, open, turn: 0, filters: {} })
    this.input = root.querySelector("input")
    this.status = root.querySelector(".md-search-result__meta")
    this.list = element("ol", { className: "jm-found" })
    this.more = element("button", { type: "button", className: "jm-found-more md-button", hidden: true })
    this.filterBox = element("details", { className: "jm-filters" }, element("summary"))
    this.status.before(this.filterBox)
    this.status.after(this.list, this.more)
  }

  listen() {
    let timer
    this.input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => this.search(), PAUSE) })
    this.input.form.addEventListener("submit", async () => {
      clearTimeout(timer)
      await this.search()
      this.links()[0]?.click()
    })
    this.input.form.addEventListener("reset", () => { setTimeout(() => this.search()); this.input.focus() })
    this.root.addEventListener("keydown", event => this.key(event))
    this.root.addEventListener("click", event => { if (event.target.closest("a")) this.close() })
    this.root.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !this.root.contains(to)) this.close() })
    this.open.addEventListener("change", () => this.hideWhenClosed())
    this.more.addEventListener("click", () => this.showMore())
    this.filterBox.addEventListener("toggle", () => this.offerFilters(), { once: true })
  }

  /* Material only makes what was found invisible; the keyboard would still come to it. */
  hideWhenClosed() {
    this.root.querySelector(".md-search__output").hidden = !this.open.checked
  }

  async prepare() {
    try {
      const engines = engine.openEngines()
      engines.catch(() => {}) // told below, when there are words for it
      this.words = await fetchWords(this.root)
      this.more.textContent = this.words.more
      this.filterBox.firstChild.textContent = this.words.filters
      this.engines = await engines
      await this.search()
    } catch (error) {
      console.error(error)
      this.status.textContent = this.words?.failed ?? "!"
    }
  }

  /** Find what is in the field, unless something newer is typed meanwhile. */
  async search() {
    const text = this.input.value.trim()
    if (!this.engines) return
    const turn = ++this.turn
    const filtered = Object.keys(this.filters).length > 0
    const found = text || filtered ? await engine.find(this.engines, text, this.filters) : []
    if (turn !== this.turn) return
    this.found = found
    this.status.textContent = text || filtered ? this.count(found.length) : ""
    this.list.replaceChildren()
    await this.showMore()
  }

  count(number) {
    const { found, language } = this.words
    const form = found[new Intl.PluralRules(language).select(number)] ?? found.other
    return form.replace("%(num)s", number.toLocaleString(language))
  }

  async showMore() {
    const turn = this.turn
    const next = this.found.splice(0, AT_ONCE)
    const pages = await Promise.all(next.map(page => page.load()))
    if (turn !== this.turn) return
    const items = pages.map((page, index) => pageItem(page, next[index].language, this.words))
    const hadFocus = document.activeElement === this.more
    this.list.append(...items)
    this.more.hidden = this.found.length === 0
    if (hadFocus) items[0]?.querySelector("a").focus()
  }

  async offerFilters() {
    await this.ready
    if (!this.engines) return
    const values = await engine.allFilters(this.engines)
    const offered = FILTERS.filter(name => values[name]?.length > 1)
    this.filterBox.append(...offered.map(name => this.filterChoice(name, values[name])))
  }

  filterChoice(name, values) {
    const options = values.map(value => element("option", { value, textContent: this.words.values[name]?.[value] ?? value }))
    const choice = element("select", { name }, element("option", { value: "", textContent: this.words.any }), ...options)
    choice.addEventListener("change", () => {
      if (choice.value) this.filters[name] = [choice.value]
      else delete this.filters[name]
      this.search()
    })
    return element("label", {}, element("span", { textContent: this.words.names[name] }), choice)
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Escape") this.close(true)
    else if (step && !event.target.closest("select")) this.move(step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  move(step) {
    const stops = [this.input, ...this.links()]
    const at = stops.indexOf(document.activeElement)
    stops[(at + step + stops.length) % stops.length].focus()
  }

  links() {
    return [...this.list.querySelectorAll("a")]
  }

  close(leave = false) {
    if (leave) document.activeElement.blur()
    if (this.open.checked) this.open.click()
  }
}

async function fetchWords(root) {
  return (await fetch(root.dataset.journeysWords)).json()
}

function pageItem(page, language, words) {
  const about = [words.values.kind[page.filters.kind?.[0]], languageName(language, words.language)]
  const title = link(page.url, { className: "jm-found-page", lang: language }, page.meta.title)
  const label = element("span", { className: "jm-found-about", textContent: about.filter(Boolean).join(" · ") })
  const parts = page.sub_results.slice(0, PARTS).map(part => partItem(part, page, language))
  return element("li", {}, title, label, element("ul", {}, ...parts))
}

/* What a reader calls another language than that of the page. */
function languageName(language, reader) {
  if (language === document.documentElement.lang.toLowerCase()) return null
  return new Intl.DisplayNames([reader], { type: "language" }).of(language)
}

function partItem(part, page, language) {
  const isPage = part.url === page.url || part.title === page.meta.title
  const heading = isPage ? [] : [element("strong", { textContent: part.title })]
  return element("li", { lang: language }, link(part.url, {}, ...heading, marked(part.excerpt)))
}

/* Pagefind's excerpt is text in which < and > are escaped and hits stand between <mark> and </mark>. */
function marked(excerpt) {
  const pieces = excerpt.split(/<\/?mark>/).map(piece => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
  return element("span", {}, ...pieces.map((piece, index) => (index % 2 ? element("mark", { textContent: piece }) : piece)))
}

function link(href, properties, ...children) {
  return element("a", { href, ...properties }, ...children)
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
