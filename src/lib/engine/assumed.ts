/**
 * The rules that are our own assumptions, by area: what the simulation itself has to know of the register, which is far
 * larger. A test holds the two together.
 */
const numbers: { readonly [area: string]: string } = {
	SC: '01 03',
	J: '013 014 015 025 026 027 028',
	A: '431 432 433 434 435 440 441 442 443 444 108 110 168 181 184 207 244 266 267 282 283 284 285 287 306 323 411',
	C: '441 445 448 464 466 472 484 487 495 496 497 498 500 501 502 503 506 508 512 514 518 523 524 555 557 323 336 340 346 347 348 349 353 354 355 357 359 369 371 372 375 376 386 388 409 411 416 421 267 270 271 274 275 277 278 306 307 308 313 163 167 168 170 171 172 173 179 186 188 189 190 191 192 196 199 231 233 237 246 247 251 254 255 260 261 262 103 108 111 118 127 132 139 140 153 154 155 157 158 160 001 002 016 027 034 044 046 049 050 053 060 061 066 075 083 090 020 494 492 493 517 310 320 389 110 223 272',
	S: '085 086 104 105 129 155 214 234 235 265 272 279 280 281 290 313',
	V: '001 005 006 007 008',
	EG: '001 004 005 021',
	N: '001 002 005 006',
	E: '004',
	D: '001 002',
	M: '005 011 040 044 068 090 091',
	F: '006 021 022 023 024 027 031',
	G: '007 018 019 035',
	O: '01 20 21 22 23 24 27',
	H: '088 165 220 233 283 321 323 325 330 331 333 334 344 431 432 443 460 461 093'
};

const assumed = new Set(Object.entries(numbers).flatMap(([area, list]) => list.split(' ').map((n) => `${area}-${n}`)));

/** Whether the documentation is silent here, so that the interface says "simulated". */
export function isAssumed(rule: string): boolean {
	return assumed.has(rule);
}
