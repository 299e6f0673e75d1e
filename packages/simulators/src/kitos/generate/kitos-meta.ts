/** What a generated Kitos says about itself, for settings and demo. */
export interface KitosMeta {
  readonly name: string;
  readonly cvr: string;
  readonly organisation: string;
  readonly systemOwnerRole: string;
  readonly systemResponsibleRole: string;
}
