"""Modules of the standard library that programs often use: imported once, before the first fork."""
# ruff: noqa: F401 - loading them is the purpose

import bisect
import cmath
import collections
import copy
import dataclasses
import datetime
import decimal
import fractions
import functools
import hashlib
import heapq
import itertools
import json
import math
import operator
import os
import re
import string
import typing


def _load_random() -> None:
    """Import `random` without its hook that seeds anew after each fork, a third of a millisecond.

    Every program starts from the same seed instead, so that the same program does the same twice.
    """
    register, os.register_at_fork = os.register_at_fork, lambda **_: None
    try:
        import random
    finally:
        os.register_at_fork = register
    random.seed(0)


_load_random()
import statistics  # noqa: E402 - it imports random
