/**
 * Characters that JSON or the XML behind OS2sync cannot carry: control characters but tab and line breaks, halves of a surrogate pair,
 * U+FFFE and U+FFFF (XML 1.0, production Char; the C1 controls are legal there, but no text means them).
 */
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

export const dropUnstorable = (text: string): string => text.replace(UNSTORABLE, '');
