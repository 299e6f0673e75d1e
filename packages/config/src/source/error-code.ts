/** The system's code of a file error (ENOENT, EACCES …); its message would repeat the path. */
export const errorCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown error');
