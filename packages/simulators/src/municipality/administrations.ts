import type { BranchName } from './branches.ts';

/** The administrations ("forvaltninger") of the generated municipality and their departments. */
export interface Administration {
  readonly name: string;
  readonly departments: readonly (readonly [name: string, branch: BranchName])[];
}

export const ADMINISTRATIONS: readonly Administration[] = [
  {
    name: 'Børn og Unge',
    departments: [
      ['Skoler', 'school'],
      ['Dagtilbud', 'daycare'],
      ['Pædagogisk Psykologisk Rådgivning', 'office'],
      ['Sundhedspleje', 'office'],
      ['Børn & Familie', 'office'],
      ['Dagplejen', 'daycare'],
      ['Specialskoler', 'school'],
    ],
  },
  {
    name: 'Ældre og Sundhed',
    departments: [
      ['Plejehjem', 'care'],
      ['Hjemmepleje', 'care'],
      ['Sygepleje', 'care'],
      ['Træning & Rehabilitering', 'care'],
      ['Visitation', 'office'],
      ['Forebyggelse', 'office'],
    ],
  },
  {
    name: 'Social og Psykiatri',
    departments: [
      ['Botilbud', 'care'],
      ['Voksenstøtte', 'office'],
      ['Misbrugsbehandling', 'office'],
      ['Beskyttet Beskæftigelse', 'culture'],
    ],
  },
  {
    name: 'Teknik & Miljø',
    departments: [
      ['Vej og Park', 'road'],
      ['Natur og Vand', 'road'],
      ['Byggesag', 'office'],
      ['Ejendomme', 'road'],
      ['Affald & Genbrug', 'road'],
    ],
  },
  {
    name: 'Økonomi og Personale',
    departments: [
      ['Løn', 'office'],
      ['HR', 'office'],
      ['Regnskab', 'office'],
      ['IT og Digitalisering', 'office'],
      ['Indkøb & Udbud', 'office'],
    ],
  },
  {
    name: 'Kultur og Fritid',
    departments: [
      ['Biblioteker', 'culture'],
      ['Idræt', 'culture'],
      ['Musik & Kunst', 'culture'],
      ['Museer', 'culture'],
    ],
  },
  {
    name: 'Borgerservice og Beskæftigelse',
    departments: [
      ['Borgerservice', 'office'],
      ['Jobcenter', 'office'],
      ['Ydelser', 'office'],
      ['Integration', 'office'],
      ['Ungeindsats', 'office'],
    ],
  },
];
