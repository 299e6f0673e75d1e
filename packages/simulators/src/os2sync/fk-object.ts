/** One object in FK Organisation. Nothing is ever gone there: it is ended (inactive), or passivated and then unreadable. */
export interface FkObject<R> {
  readonly registration: R;
  readonly life: 'active' | 'inactive' | 'passive';
  /** The municipality that owns it; null = any (initial content). */
  readonly cvr: string | null;
}
