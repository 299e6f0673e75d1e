/** What the departments of a municipality do, and so how what lies below them is called and who works there. Invented names. */
export interface Branch {
  /** User key of the unit type one level below a department. */
  readonly institutionType: 'Afdeling' | 'Skole' | 'Institution' | 'Plejehjem';
  readonly institutionNames: readonly string[];
  readonly sections: readonly string[];
  readonly groups: readonly string[];
  readonly jobs: readonly string[];
}

const STEMS = [
  'Æble',
  'Bøge',
  'Ege',
  'Elme',
  'Hasle',
  'Hylde',
  'Kastanje',
  'Kirsebær',
  'Lærke',
  'Løve',
  'Mælkebøtte',
  'Pilke',
  'Rønne',
  'Skov',
  'Solsikke',
  'Svale',
  'Tjørne',
  'Ugle',
  'Vænge',
  'Åkande',
];
const combine = (ends: readonly string[], form: (name: string) => string): string[] =>
  STEMS.flatMap((stem) => ends.map((end) => form(`${stem}${end}`)));

const office: Branch = {
  institutionType: 'Afdeling',
  institutionNames: [
    'Sekretariat',
    'Analyse & Data',
    'Drift',
    'Udvikling',
    'Rådgivning',
    'Myndighed',
    'Visitation',
    'Kontrol',
    'Jura',
    'Kommunikation',
    'Økonomi',
    'Borgerkontakt',
    'Planlægning',
    'Kvalitet og Læring',
  ],
  sections: [
    'Team Øst',
    'Team Vest',
    'Team Nord',
    'Team Syd',
    'Team Specialsager',
    'Team Visitation',
    'Team Digital',
    'Team Unge',
    'Team Kontrol & Tilsyn',
  ],
  groups: ['Vagtgruppen', 'Projektgruppen', 'Telefongruppen', 'Kørselsgruppen', 'Bilagsgruppen'],
  jobs: ['Sagsbehandler', 'Konsulent', 'Jurist', 'Kontorassistent', 'Økonomikonsulent & controller', 'Socialrådgiver', 'Specialkonsulent'],
};

export const BRANCHES = {
  office,
  school: {
    institutionType: 'Skole',
    institutionNames: combine(['bakke', 'dal', 'høj', 'vang', 'lund', 'mark'], (name) => `${name}skolen`),
    sections: ['Indskoling', 'Mellemtrin', 'Udskoling', 'SFO', 'Administration', 'Ressourcecenter', 'Teknisk service', 'Specialklasser'],
    groups: ['0. årgang', '1. årgang', '2. årgang', '3. årgang', '7. årgang', '8. årgang', '9. årgang', 'Klubben'],
    jobs: ['Lærer', 'Børnehaveklasseleder', 'Pædagog', 'Pædagogmedhjælper', 'Skolesekretær', 'Teknisk serviceleder', 'Skoleleder'],
  },
  daycare: {
    institutionType: 'Institution',
    institutionNames: combine(['haven', 'hulen', 'reden', 'huset', 'bo'], (name) => `Børnehuset ${name}`),
    sections: ['Vuggestuen', 'Børnehaven', 'Køkkenet', 'Naturgruppen', 'Specialgruppen'],
    groups: ['Rød stue', 'Blå stue', 'Grøn stue', 'Gul stue', 'Mariehønen', 'Myretuen', 'Spætten'],
    jobs: ['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper', 'Køkkenassistent', 'Dagtilbudsleder'],
  },
  care: {
    institutionType: 'Plejehjem',
    institutionNames: combine(['gården', 'bo', 'parken', 'hjemmet', 'lund'], (name) => `Plejecenter ${name}`),
    sections: ['Afsnit A', 'Afsnit B', 'Afsnit C', 'Demensafsnit', 'Nattevagt', 'Køkken & Rengøring', 'Aktivitetscenter'],
    groups: ['Gruppe 1', 'Gruppe 2', 'Gruppe 3', 'Aftenvagt', 'Vikarer'],
    jobs: ['Social- og sundhedsassistent', 'Social- og sundhedshjælper', 'Sygeplejerske', 'Ergoterapeut', 'Fysioterapeut', 'Køkkenleder'],
  },
  road: {
    institutionType: 'Afdeling',
    institutionNames: [
      'Materielgården',
      'Vej & Park',
      'Genbrugspladsen',
      'Vandløb',
      'Natur',
      'Byggeri',
      'Trafik',
      'Havnen',
      'Beredskab',
      'Klima og Energi',
      'Kort & Geodata',
    ],
    sections: ['Vintertjeneste', 'Asfalt', 'Grønne områder', 'Værksted', 'Skovdrift', 'Kørsel'],
    groups: ['Hold 1', 'Hold 2', 'Hold 3', 'Døgnvagt'],
    jobs: ['Vejmand', 'Vejformand', 'Gartner', 'Ingeniør', 'Mekaniker', 'Byplanlægger', 'Miljøsagsbehandler'],
  },
  culture: {
    institutionType: 'Institution',
    institutionNames: [
      'Hovedbiblioteket',
      'Børnebiblioteket',
      'Musikskolen',
      'Svømmehallen',
      'Idrætscentret',
      'Bymuseet',
      'Kulturhuset',
      'Billedskolen',
      'Lokalarkivet',
      'Ungdomshuset',
    ],
    sections: ['Formidling', 'Samlinger', 'Drift', 'Arrangementer', 'Undervisning'],
    groups: ['Weekendvagt', 'Frivilliggruppen', 'Børnegruppen'],
    jobs: ['Bibliotekar', 'Musikskolelærer', 'Livredder', 'Halinspektør', 'Museumsinspektør', 'Kulturkonsulent'],
  },
} as const satisfies Record<string, Branch>;

export type BranchName = keyof typeof BRANCHES;
