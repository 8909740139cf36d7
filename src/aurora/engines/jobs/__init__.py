"""Durable jobs: DBOS Transact behind one small facade, with leases, fencing and numbered slots of our own.

`Jobs` hands jobs over and tells of them, in any process; `Worker` does them. What DBOS does not do and is done here: a
dead executor's jobs are taken over, a job that kills its processes is parked, cancelling reaches into running work.
"""
