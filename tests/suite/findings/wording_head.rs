//! What the decree says about the words of a head and a foot (`WRD002`-`WRD019`).
