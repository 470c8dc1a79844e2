"""Files in the encodings in which spreadsheets and old programs save them, whatever language they speak."""

import pytest

from mkdocs_journeys.exchange.importing import NothingToRead, Remarks, decode
from mkdocs_journeys.exchange.importing.headings import known_words
from mkdocs_journeys.exchange.importing.likely_encodings import likely_encoding

GUESSED = "a.csv:1:1: warning: the file is not UTF-8; it was read as {} (name another with --encoding)"
GERMAN = "Phase;Schritt;Gefühle\nKauf;Zahlt 5 €;verärgert\nÄrger;Öffnet Straße;müßig – „übel“\n"
FRENCH = "Étape;Action;Émotion\nÀ la caisse;Paie où l’on peut;très déçu\nÇa;Œuvre à part…;ÉTÉ\n"
RUSSIAN = "Этап;Шаг;Эмоция\nПокупка;Платит 5 € картой;плохо\nCRM-система;ОШИБКА № 5 – «ёлка»;я и он\n"
UKRAINIAN = "Етап;Крок;Емоція\nКупівля;Сплачує;сумно\nЇжа;Ґанок;є\n"
CHINESE = "阶段,步骤,情绪\n购买,在App下单,不满\n使用,打开iPhone说明书,好\n"
TAIWANESE = "階段,步驟,情緒\n購買,在App下單,不滿\n使用,打開說明書,好\n"

SAMPLES = [
    ("German", GERMAN, "cp1252"),
    ("German, one letter", "Schritt,Ort\nZahlt,Köln\n", "cp1252"),
    ("German, a capital", "Schritt,Ort\nÄrgert sich,Bonn\n", "cp1252"),
    ("German, umlauts alone", "Ort,Kurz\nverärgert,ÄÖÜ\nmüde,x\n", "cp1252"),
    ("German, two capitals", "Ort,Kurz\nÄrger,ÄÖ\n", "cp1252"),
    ("a price", "Step,Note\nPays,5 €\n", "cp1252"),
    ("French", FRENCH, "cp1252"),
    ("French, one word", "Etape,Action\nVa,à la caisse\n", "cp1252"),
    ("Spanish", "Etapa,Acción\n¿Qué?,Señor González pagó\n", "cp1252"),
    ("dashes and quotes", "Step,Quote\nPays – slowly,“Why?”\n", "cp1252"),
    ("Russian", RUSSIAN, "cp1251"),
    ("Russian, one word", "Step,Where\nPays,Москва\n", "cp1251"),
    ("Russian, capitals", "ЭТАП;ШАГ\nПОКУПКА;ПЛАТИТ\n", "cp1251"),
    ("Ukrainian", UKRAINIAN, "cp1251"),
    ("Chinese", CHINESE, "gb18030"),
    ("Chinese, no heading", "Stage,Step\n购买,付款\n", "gb18030"),
    ("Taiwanese", TAIWANESE, "big5"),
    ("Taiwanese, no heading", "Stage,Step\n購買,付款並離開\n", "big5"),
    ("Chinese, Latin words", "Step,Note\n打开app,使用app\n", "gb18030"),
    ("Chinese, much", CHINESE + "一,买,卖\n" * 40_000, "gb18030"),
    *(
        (f"{encoding}, {sample[:4]}", sample, encoding)
        for sample in (GERMAN, RUSSIAN, CHINESE, "a,b\n一,一一\n", "一,😀" * 40_000)
        for encoding in ("utf-16-le", "utf-16-be")
    ),
]  # fmt: skip


def read(raw: bytes) -> tuple[str, list[str]]:
    remarks = Remarks()
    text = decode(raw, "a.csv", remarks, known=known_words())
    return text, [remark.text() for remark in remarks]


@pytest.mark.parametrize(
    ("text", "encoding"), [sample[1:] for sample in SAMPLES], ids=[s[0] for s in SAMPLES]
)
def test_the_encoding_is_found_out_and_told(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == (text, [GUESSED.format(encoding)])


def test_a_broken_end_of_utf_16_is_no_reason_to_stop() -> None:
    raw = RUSSIAN.encode("utf-16-le")
    assert read(raw + b"\n") == (RUSSIAN, [GUESSED.format("utf-16-le")])


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_a_byte_order_mark_leaves_nothing_to_guess(mark: bytes, encoding: str) -> None:
    assert read(mark + CHINESE.encode(encoding)) == (CHINESE, [])


def test_a_sample_of_one_long_line_tells_and_ends_within_a_character() -> None:
    raw = b"a" + "购买，付款。".encode("gb18030") * 20_000
    assert likely_encoding(raw + b"\xff", known_words()) == "gb18030"
    assert read(raw) == (raw.decode("gb18030"), [GUESSED.format("gb18030")])


def test_utf_8_is_no_guess() -> None:
    one_nought = f"{GERMAN}a\0b\n"
    assert read(one_nought.encode()) == (one_nought, [])
    assert read(RUSSIAN.encode()) == (RUSSIAN, [])
    assert read(RUSSIAN.replace("\n", "\r\n").encode("utf-8-sig")) == (RUSSIAN, [])


@pytest.mark.parametrize(
    "raw",
    [
        f"{GERMAN}a\0b\n".encode("cp1252"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff",
        b"a\0\0\0b\xff\xff",
        b"\0" * 99 + b"\xff",
    ],
)
def test_what_is_no_text_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(NothingToRead) as told:
        read(raw)
    assert told.value.remark.text() == "a.csv:1:1: error: this is no text file; save it as UTF-8"
