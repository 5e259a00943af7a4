import { self } from '$app/service-worker';

// MSW unregisters the whole worker when the last tab closes, and offline would end with it.
Object.defineProperty(self.registration, 'unregister', { value: async () => false });
