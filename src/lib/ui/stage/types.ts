/** What a mark means, in words: for the card under the pointer and for screen readers. */
export interface MarkWords {
	/** "Ada Fields" */
	identity: string;
	/** "Disable" */
	action?: string;
	/** "Success" */
	status?: string;
	/** One sentence. */
	sentence?: string;
	/** "09:41:07, cycle 3" */
	time: string;
	/** "C-178" */
	rule?: string;
}
