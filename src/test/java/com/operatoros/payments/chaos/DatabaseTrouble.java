package com.operatoros.payments.chaos;

import com.operatoros.payments.support.DatabaseRoad;

/** What may happen to the database, or to the way to it, while an event arrives. */
enum DatabaseTrouble {
    /** Nobody is there. */
    STOPPED {
        @Override
        void befall(DatabaseRoad road) {
            road.close();
        }
    },
    /** It is there and says nothing. */
    FROZEN {
        @Override
        void befall(DatabaseRoad road) {
            road.freeze();
        }
    },
    LOST_BEFORE_THE_COMMIT {
        @Override
        void befall(DatabaseRoad road) {
            road.cutNextEvent(DatabaseRoad.Cut.BEFORE_THE_COMMIT);
        }
    },
    LOST_AFTER_THE_COMMIT {
        @Override
        void befall(DatabaseRoad road) {
            road.cutNextEvent(DatabaseRoad.Cut.AFTER_THE_COMMIT);
        }
    };

    abstract void befall(DatabaseRoad road);
}
