import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

/** The pieces that were removed, as they stood in the text. */
function removed(text: string): string[] {
  return redact(text).spans.map(({ start, end }) => text.slice(start, end))
}

/** What a customer may write, and what of it nobody else should read. By country, as people there write it. */
const CASES: readonly [string, string, string[]][] = [
  ['UK phone', 'My mobile is 07700 900123, home 01632 960001.', ['07700 900123', '01632 960001']],
  ['UK account', 'Sort code 12-05-21, account number 12345678.', ['12-05-21', '12345678']],
  ['UK postcode', 'I live in SW1A 1AA, near M1 1AE.', ['SW1A 1AA', 'M1 1AE']],
  ['UK postcode in small letters', 'my postcode is ec1a 1bb thanks', ['ec1a 1bb']],
  ['UK National Insurance', 'NI number QQ123456C was wrong, AB123456C is right.', ['QQ123456C', 'AB123456C']],
  ['IE phone', 'Ring 087 123 4567 or +353 1 234 5678.', ['087 123 4567', '+353 1 234 5678']],
  ['IE Eircode', 'They could not find D02 AF30 or A65F4E2.', ['D02 AF30', 'A65F4E2']],
  ['IE account', 'IE29 AIBK 9311 5212 3456 78', ['IE29 AIBK 9311 5212 3456 78']],
  ['DE phone', 'Unter 0171 2345678 oder (030) 123456-78.', ['0171 2345678', '(030) 123456-78']],
  ['DE account', 'Von DE89 3704 0044 0532 0130 00 abgebucht.', ['DE89 3704 0044 0532 0130 00']],
  ['DE postcode', 'Lindenweg 5, 80331 München, PLZ 10115, D-20095 Hamburg', ['80331', '10115', 'D-20095']],
  ['DE reference', 'Kundennummer 4711234, Vorgangsnummer: 2023-88123', ['4711234', '2023-88123']],
  ['FR phone', 'Au 06 12 34 56 78 ou +33 1 23 45 67 89.', ['06 12 34 56 78', '+33 1 23 45 67 89']],
  ['FR account', 'FR14 2004 1010 0505 0001 3M02 606', ['FR14 2004 1010 0505 0001 3M02 606']],
  ['FR postcode', '12 rue des Lilas, 75011 Paris ; code postal 69001', ['75011', '69001']],
  ['FR reference', 'Dossier n° 445566, numéro client : 998877', ['445566', '998877']],
  ['ES phone', 'Llámame al 612 345 678 o al +34 91 123 45 67.', ['612 345 678', '+34 91 123 45 67']],
  ['ES account', 'ES91 2100 0418 4502 0005 1332', ['ES91 2100 0418 4502 0005 1332']],
  ['ES identity', 'DNI 12345678Z, NIE X1234567L', ['12345678Z', 'X1234567L']],
  ['ES postcode', 'código postal 28013', ['28013']],
  ['IT phone', 'Il mio cellulare è 347 123 4567, fisso 06 1234 5678.', ['347 123 4567', '06 1234 5678']],
  ['IT account', 'IT60 X054 2811 1010 0000 0123 456', ['IT60 X054 2811 1010 0000 0123 456']],
  ['IT tax code', 'Codice fiscale RSSMRA85T10A562S', ['RSSMRA85T10A562S']],
  ['IT postcode', 'CAP 00184', ['00184']],
  ['NL phone', 'Bel 06-12345678 of 020 123 4567.', ['06-12345678', '020 123 4567']],
  ['NL account', 'NL91 ABNA 0417 1643 00', ['NL91 ABNA 0417 1643 00']],
  ['NL postcode', 'Ik woon op 1012 AB Amsterdam, eerder 3511LX.', ['1012 AB', '3511LX']],
  ['BE phone', 'Bel 0471 12 34 56 of 02 123 45 67.', ['0471 12 34 56', '02 123 45 67']],
  ['BE account', 'BE68 5390 0754 7034', ['BE68 5390 0754 7034']],
  ['BE postcode', 'B-1000 Brussel', ['B-1000']],
  ['AT phone', 'Erreichbar unter 0664 1234567 oder +43 1 234 56 78.', ['0664 1234567', '+43 1 234 56 78']],
  ['AT account', 'AT61 1904 3002 3457 3201', ['AT61 1904 3002 3457 3201']],
  ['AT postcode', 'Ringstraße 12, 1010 Wien', ['1010']],
  ['CH phone', 'Unter 079 123 45 67 oder +41 44 668 18 00.', ['079 123 45 67', '+41 44 668 18 00']],
  ['CH account', 'CH93 0076 2011 6238 5295 7', ['CH93 0076 2011 6238 5295 7']],
  ['CH insurance', 'AHV-Nummer 756.1234.5678.97', ['756.1234.5678.97']],
  ['CH postcode', 'CH-8001 Zürich', ['CH-8001']],
  ['PL phone', 'Proszę dzwonić: 601 234 567 lub +48 22 123 45 67.', ['601 234 567', '+48 22 123 45 67']],
  ['PL account', 'PL61 1090 1014 0000 0712 1981 2874', ['PL61 1090 1014 0000 0712 1981 2874']],
  ['PL identity', 'PESEL 44051401359', ['44051401359']],
  ['PL postcode', 'ul. Długa 5, 00-950 Warszawa, kod pocztowy 31-007', ['00-950', '31-007']],
  ['SE phone', 'Ring 070-123 45 67 eller +46 8 123 456 78.', ['070-123 45 67', '+46 8 123 456 78']],
  ['SE identity', 'Personnummer 850709-9805 och 19850709-9805', ['850709-9805', '19850709-9805']],
  ['SE account', 'SE45 5000 0000 0583 9825 7466', ['SE45 5000 0000 0583 9825 7466']],
  ['SE postcode', 'Storgatan 1, 111 22 Stockholm', ['111 22']],
  ['DK phone', 'Ring på 20 12 34 56 eller +45 32 12 34 56.', ['20 12 34 56', '+45 32 12 34 56']],
  ['DK identity', 'CPR 070761-4285', ['070761-4285']],
  ['DK account', 'DK50 0040 0440 1162 43', ['DK50 0040 0440 1162 43']],
  ['DK postcode', 'postnummer 2100', ['2100']],
  ['NO phone', 'Ring 412 34 567 eller +47 22 12 34 56.', ['412 34 567', '+47 22 12 34 56']],
  ['NO account', 'NO93 8601 1117 947', ['NO93 8601 1117 947']],
  ['NO postcode', 'Postnr. 0150', ['0150']],
  ['FI phone', 'Soita 040 123 4567 tai +358 9 123 4567.', ['040 123 4567', '+358 9 123 4567']],
  ['FI identity', 'Henkilötunnus 131052-308T', ['131052-308T']],
  ['FI account', 'FI21 1234 5600 0007 85', ['FI21 1234 5600 0007 85']],
  ['FI postcode', 'postinumero 00100', ['00100']],
  ['PT phone', 'Ligue para 912 345 678 ou +351 21 123 4567.', ['912 345 678', '+351 21 123 4567']],
  ['PT account', 'PT50 0002 0123 1234 5678 9015 4', ['PT50 0002 0123 1234 5678 9015 4']],
  ['PT postcode', 'Rua Nova, 1250-096 Lisboa, código postal 4000-322', ['1250-096', '4000-322']],
  [
    'a card anywhere',
    'Karte 4111 1111 1111 1111 und 5500-0000-0000-0004',
    ['4111 1111 1111 1111', '5500-0000-0000-0004'],
  ],
]

describe('what nobody else should read is removed, as people write it in', () => {
  it.each(CASES)('%s: %s', (_, text, pieces) => {
    expect(removed(text)).toEqual(pieces)
    expect(redact(redact(text).text).spans).toEqual([])
  })
})

describe('ordinary numbers stay in every language', () => {
  it.each([
    'Es waren 10000 Menschen, 15000 Euro und 2000 Wörter.',
    'Ab 8 Uhr, nach 45 Minuten, am 3. März 2024, Zimmer 1204, Gleis 12.',
    'Zwischen 50-100 Leuten und 10-120 Minuten, 2019 EU-weit, 1500 KM',
    'Nous étions 12000 personnes, 1 250 € et 3 heures, en 2023, ligne 13.',
    'Pagué 1.250,50 € por 12 noches, en 2022, 3500 personas.',
    'Ho aspettato 45 minuti, 2 ore, 12.000 euro, il 3/4/2024.',
    'Na 3 uur, 2 weken, € 1.250,00, om 14.30, trein 1450.',
    'Betalte 1 250 kr, 3 timer, 14.30, kl. 8, bus 150.',
    'Maksoin 12 500 euroa, 3 tuntia, klo 14.30, vuonna 2021.',
    'Zapłaciłem 1250 zł, 3 godziny, o 14:30, w 2021 roku.',
    'Paguei 1.250,00 €, 3 horas, às 14h30, em 2021.',
    'The A1, the M25 at 5PM, an iPhone 12, a BMW X5, Covid 19, 4x4, flight BA2490, gate B12, Q1 2024, MP3',
    'PS5 and 3D, the 1980S, 500 EUR, 20 KG, level B2, seat 12A, 1000-500 points',
  ])('%s', text => {
    expect(removed(text)).toEqual([])
  })
})
