"""What is said in a chat."""

from aurora.model.chat import Intent, Reply


def test_an_answer_claims_nothing_by_itself() -> None:
    reply = Reply("hello", Intent.GREET)
    assert (reply.did, reply.links, reply.question, reply.could) == ((), (), "", True)
