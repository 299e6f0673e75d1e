/** A change that the real Kitos would refuse, or that is about something it does not have. */
export class KitosRefusal extends Error {
  override readonly name = 'KitosRefusal';
}
