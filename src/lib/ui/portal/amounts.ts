export { amountWords, numberWords, ofWords } from '#lib/views/amounts';
