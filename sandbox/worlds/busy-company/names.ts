export const givenNames = [
  ...['Aisha', 'Bruno', 'Celine', 'Dmitri', 'Elif', 'Fabian', 'Gwen', 'Hiro', 'Imke', 'Jasper', 'Kaya', 'Luca'],
  ...['Mira', 'Noel', 'Orla', 'Pablo', 'Quinn', 'Rosa', 'Sven', 'Tamar', 'Uma', 'Vera', 'Wim', 'Yara', 'Zoltan'],
]
export const familyNames = [
  ...['Abbott', 'Brandt', 'Costa', 'Dubois', 'Eriksen', 'Farrell', 'Greco', 'Hansen', 'Ibarra', 'Jansen', 'Kovacs'],
  ...['Larsen', 'Moreau', 'Novak', 'Olsen', 'Petrov', 'Rossi', 'Silva', 'Tanaka', 'Ueda', 'Vogel', 'Weiss', 'Young'],
]
const trades = ['Freight', 'Fuel', 'Tyres', 'Pallets', 'Customs', 'Catering', 'Print', 'Software', 'Cleaning', 'Timber']
const places = ['Aalen', 'Bremen', 'Cork', 'Delft', 'Essen', 'Fulda', 'Ghent', 'Halle', 'Ivrea', 'Jena', 'Kiel', 'Lugo']
export const shops = [
  { name: 'Northgate Fuel', categoryCode: '5541', country: 'DE' },
  { name: 'Rail and Road Tickets', categoryCode: '4112', country: 'FR' },
  { name: 'Harbour Hotel', categoryCode: '7011', country: 'NL' },
  { name: 'Office Corner', categoryCode: '5943', country: 'DE' },
  { name: 'Cloud Hosting Ltd', categoryCode: '7372', country: 'IE' },
  { name: 'Station Bistro', categoryCode: '5812', country: 'BE' },
]
export const customers = [
  ...['Adler Maschinen GmbH', 'Bergstrom AB', 'Cantiere Navale SpA', 'Dorset Dairies', 'Elbe Papier AG'],
  ...['Fjord Seafood AS', 'Granada Citrus SL', 'Huguenot Wines', 'Iron Bay Steel', 'Jutland Textiles'],
]

/** The entry at an index, from the start again after the last. */
export function of<T>(list: readonly T[], index: number): T {
  const entry = list[Math.abs(index) % list.length]
  if (entry === undefined) throw new Error('an empty list')
  return entry
}

/** A supplier's name; thousands of different ones. */
export const supplierName = (index: number): string =>
  `${of(familyNames, index)} ${of(trades, Math.floor(index / 23))} ${of(places, Math.floor(index / 7))}`
