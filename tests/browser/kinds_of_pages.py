"""One address of each kind of page in the example site."""

KINDS = {
    "front page": "",
    "list of journeys": "journeys/",
    "journey with everything": "journeys/buying-shoes/",
    "journey in Russian": "journeys/смена-страховки/",
    "journey in simplified Chinese": "journeys/membership/",
    "journey in traditional Chinese": "journeys/未結帳的購物車/",
    "future journey": "journeys/buying-shoes-2027/",
    "journey without scores": "journeys/first-run/",
    "list of personas": "personas/",
    "persona": "personas/lena/",
    "list of touchpoints": "touchpoints/",
    "touchpoint": "touchpoints/web-shop/",
    "list of channels": "channels/",
    "channel": "channels/web/",
    "list of evidence": "evidence/",
    "evidence": "evidence/interviews-2026-03/",
    "improvements": "improvements/",
    "health": "health/",
    "comparison": "compare/buying-shoes-2027/",
    "not found": "404.html",
}
