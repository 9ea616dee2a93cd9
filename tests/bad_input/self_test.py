#!/usr/bin/env python3
"""The checks of the runner find what they are there for."""

import unittest

import checks


class ChecksOfOutput(unittest.TestCase):
    def test_harmless_output_passes(self):
        self.assertEqual(checks.faults_of_output("Zoë\t王\n".encode(), b""), [])

    def test_everything_a_terminal_obeys_is_found(self):
        for raw in ["\x1b[2J", "\x07", "\x7f", "\x9b", "\r", "\u202e", "\u200f", "\u061c"]:
            self.assertTrue(checks.faults_of_output(f"x{raw}\n".encode(), b""), ascii(raw))
            self.assertTrue(checks.faults_of_output(b"", f"x{raw}\n".encode()), ascii(raw))

    def test_bytes_that_are_no_text_and_lines_without_an_end_are_found(self):
        self.assertTrue(checks.faults_of_output(b"x\xff\n", b""))
        self.assertTrue(checks.faults_of_output(b"x", b""))


class ChecksOfErrors(unittest.TestCase):
    def test_the_form_of_an_error(self):
        for good in [b"rel: x: why\n", b"rel: x: why\ntry: y\n"]:
            self.assertEqual(checks.faults_of_error(b"", good), [], good)
        for bad in [b"", b"x: why\n", b"rel: why\n", b"rel: : why\n", b"rel: x: \n", b"rel: x: why\nmore\n",
                    b"rel: x: why\ntry: y\ntry: z\n", b"rel: x: why \n", b"rel: x: why\ntry:\n"]:
            self.assertTrue(checks.faults_of_error(b"", bad), bad)
        self.assertTrue(checks.faults_of_error(b"data", b"rel: x: why\n"))


class ChecksOfData(unittest.TestCase):
    def test_strings_are_found_in_values_and_not_in_keys(self):
        self.assertEqual(checks.strings_of_json(b'{"a": ["b", {"c": "d"}], "e": 1, "f": null}'), ["b", "d"])
        self.assertEqual(checks.strings_of_json(b"no JSON"), [])

    def test_a_column_that_is_out_of_line_is_found(self):
        table = "handle  name  tier\nann     Ann   moderate\n".encode()
        self.assertEqual(checks.faults_of_alignment(table, "Ann", 3), [])
        self.assertTrue(checks.faults_of_alignment(table, "Ann", 4))
        self.assertTrue(checks.faults_of_alignment(table, "Bo", 2))


if __name__ == "__main__":
    unittest.main()
