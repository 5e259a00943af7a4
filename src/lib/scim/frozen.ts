/**
 * What nobody may change any more. Development and tests freeze it, so that whoever tries is told at once. What is built
 * for use leaves it as it is: to freeze an object and to copy a frozen one takes longer than all else that is done with it.
 */
export const frozen: <T>(value: T) => Readonly<T> = import.meta.env?.DEV ? Object.freeze : (value) => value;
