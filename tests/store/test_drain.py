from store.formats.drain import Drain


def test_bytes_are_handed_on_once_and_counted():
    drain = Drain()
    assert drain.writable()
    assert drain.write(b"abc") == 3
    assert drain.write(memoryview(b"de")) == 2
    assert drain.take() == b"abcde"
    assert drain.take() == b""
    drain.write(b"f")
    assert (drain.take(), drain.tell()) == (b"f", 6)
