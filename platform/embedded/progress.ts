/** Takes one line for people about what a start is doing or has done. */
export type Progress = (line: string) => void;
