/** The JSON in `text`, or undefined when it is none (a proxy's error page, an answer cut off). */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
