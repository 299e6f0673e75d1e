/** An HTTP answer whose body has arrived completely. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}
