import type { SeedData, SeedRecord } from 'nestjs-salesforce';

/** name, industry, city, country, employees, annual revenue in millions */
const COMPANIES = [
  ['Nordlicht Windkraft', 'Energy', 'Hamburg', 'Germany', 420, 96],
  ['Brightwater Utilities', 'Utilities', 'Portland', 'United States', 1850, 410],
  ['Halden Shipping', 'Shipping', 'Bergen', 'Norway', 640, 155],
  ['Casa Verde Foods', 'Food & Beverage', 'Valencia', 'Spain', 930, 120],
  ['Kestrel Aerospace', 'Engineering', 'Bristol', 'United Kingdom', 2300, 780],
  ['Lumen Optics', 'Electronics', 'Jena', 'Germany', 310, 64],
  ['Pacific Rim Apparel', 'Apparel', 'Vancouver', 'Canada', 520, 88],
  ['Orchard Biotech', 'Biotechnology', 'Cambridge', 'United Kingdom', 275, 47],
  ['Granite State Bank', 'Banking', 'Concord', 'United States', 1240, 530],
  ['Meridian Chemicals', 'Chemicals', 'Antwerp', 'Belgium', 1710, 690],
  ['Tidewater Telecom', 'Communications', 'Norfolk', 'United States', 890, 240],
  ['Alpenblick Hotels', 'Hospitality', 'Innsbruck', 'Austria', 760, 72],
  ['Redwood Construction', 'Construction', 'Sacramento', 'United States', 1130, 265],
  ['Cobalt Consulting', 'Consulting', 'Zurich', 'Switzerland', 380, 91],
  ['Silverlake University', 'Education', 'Madison', 'United States', 3400, 310],
  ['Harbour Insurance', 'Insurance', 'Dublin', 'Ireland', 970, 450],
  ['Sunfield Agriculture', 'Agriculture', 'Fresno', 'United States', 610, 105],
  ['Northern Rail Works', 'Transportation', 'Leeds', 'United Kingdom', 1420, 230],
  ['Quantum Instruments', 'Electronics', 'Delft', 'Netherlands', 190, 38],
  ['Blue Heron Media', 'Media', 'Toronto', 'Canada', 260, 41],
  ['Ironbridge Machinery', 'Machinery', 'Telford', 'United Kingdom', 820, 140],
  ['Sakura Robotics', 'Manufacturing', 'Nagoya', 'Japan', 1560, 620],
  ['Evergreen Retail Group', 'Retail', 'Minneapolis', 'United States', 5200, 1350],
  ['Clearwater Health', 'Healthcare', 'Tampa', 'United States', 2750, 480],
  ['Fjord Technologies', 'Technology', 'Oslo', 'Norway', 430, 118],
  ['Vesta Recreation', 'Recreation', 'Nice', 'France', 150, 19],
  ['Golden Gate Logistics', 'Transportation', 'Oakland', 'United States', 990, 175],
  ['Rhine Finance Partners', 'Finance', 'Cologne', 'Germany', 340, 210],
  ['Terra Nova Environmental', 'Environmental', 'Halifax', 'Canada', 220, 33],
  ['Amber Coast Foods', 'Food & Beverage', 'Gdansk', 'Poland', 680, 82],
  ['Summit Software', 'Technology', 'Boulder', 'United States', 510, 134],
  ['Old Mill Paper', 'Manufacturing', 'Turku', 'Finland', 460, 77],
  ['Southern Cross Mining', 'Engineering', 'Perth', 'Australia', 1980, 870],
  ['Lighthouse Charity', 'Not For Profit', 'Edinburgh', 'United Kingdom', 85, 9],
  ['Atlas Freight', 'Shipping', 'Rotterdam', 'Netherlands', 1340, 295],
  ['Monsoon Textiles', 'Apparel', 'Pune', 'India', 2100, 98],
  ['Copperfield Energy', 'Energy', 'Tucson', 'United States', 720, 185],
  ['Baltic Data Centers', 'Technology', 'Tallinn', 'Estonia', 240, 59],
  ['Heron & Finch Legal', 'Consulting', 'London', 'United Kingdom', 175, 66],
  ['Polaris Pharma', 'Biotechnology', 'Basel', 'Switzerland', 1490, 940],
] as const;

const FIRST_NAMES = [
  'Ada',
  'Bruno',
  'Chiara',
  'Deniz',
  'Elin',
  'Farah',
  'Gustav',
  'Hana',
  'Ivan',
  'Joana',
  'Kofi',
  'Leila',
  'Mateo',
];
const LAST_NAMES = [
  'Lindqvist',
  'Okafor',
  'Moreau',
  'Tanaka',
  'Novak',
  'Rossi',
  'Haugen',
  'Silva',
  'Becker',
  'Walsh',
  'Kaya',
];
const TITLES = [
  'Head of Procurement',
  'CFO',
  'VP Operations',
  'IT Director',
  'Plant Manager',
  'CEO',
  'Buyer',
];
const DEALS = ['renewal', 'pilot', 'expansion', 'service contract', 'replacement'];
/** Standard stages and how long ago or ahead such a deal closes, in days. */
const STAGES = [
  ['Prospecting', 120],
  ['Qualification', 95],
  ['Needs Analysis', 80],
  ['Proposal/Price Quote', 45],
  ['Negotiation/Review', 21],
  ['Closed Won', -30],
  ['Closed Lost', -55],
] as const;

const CONTACTS_PER_ACCOUNT = 3;
const OPPORTUNITIES_PER_ACCOUNT = 4;
const DAY = 24 * 60 * 60 * 1000;

const pick = <T>(list: readonly T[], position: number): T => list[position % list.length] as T;
const host = (company: string): string => `${company.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;

function account(position: number): SeedRecord {
  const [name, industry, city, country, employees, millions] = pick(COMPANIES, position);
  return {
    attributes: { type: 'Account', referenceId: `account${position}` },
    Name: name,
    Industry: industry,
    Website: `https://${host(name)}`,
    Phone: `+1 555 01${String(position).padStart(2, '0')}`,
    BillingCity: city,
    BillingCountry: country,
    NumberOfEmployees: employees,
    AnnualRevenue: millions * 1_000_000,
  };
}

function contact(position: number, of: number): SeedRecord {
  // Steps of different length through the lists keep names from repeating in the same pairs.
  const number = of * CONTACTS_PER_ACCOUNT + position;
  const [firstName, lastName] = [pick(FIRST_NAMES, number * 5), pick(LAST_NAMES, number * 7 + of)];
  return {
    attributes: { type: 'Contact', referenceId: `contact${number}` },
    FirstName: firstName,
    LastName: lastName,
    Title: pick(TITLES, number),
    Email: `${firstName}.${lastName}@${host(pick(COMPANIES, of)[0])}`.toLowerCase(),
    AccountId: `@account${of}`,
  };
}

function opportunity(position: number, of: number, today: Date): SeedRecord {
  const number = of * OPPORTUNITIES_PER_ACCOUNT + position;
  const [company] = pick(COMPANIES, of);
  const [stage, days] = pick(STAGES, number * 3 + of);
  return {
    attributes: { type: 'Opportunity', referenceId: `opportunity${number}` },
    Name: `${company}: ${pick(DEALS, number)}`,
    StageName: stage,
    Amount: 5_000 + ((number * 7_919) % 97) * 2_500,
    CloseDate: new Date(today.getTime() + (days + (number % 14)) * DAY).toISOString().slice(0, 10),
    AccountId: `@account${of}`,
  };
}

/** 40 accounts, 120 contacts and 160 opportunities, the same at every start but for the dates, which move with today. */
export function demoData(today: Date): SeedData {
  const accounts = COMPANIES.map((_, position) => account(position));
  const contacts = accounts.flatMap((_, of) =>
    Array.from({ length: CONTACTS_PER_ACCOUNT }, (_, position) => contact(position, of)),
  );
  const opportunities = accounts.flatMap((_, of) =>
    Array.from({ length: OPPORTUNITIES_PER_ACCOUNT }, (_, position) => opportunity(position, of, today)),
  );
  return { records: [...accounts, ...contacts, ...opportunities] };
}
