"""The figures that stand in every format, and the register of units."""

# Number, name, then all households, poor, near-poor, how many less; a group has no figures of its own.
UNITS = [
    ("I", "Khu vực đồng bằng"),
    (1, "Xã An Bình", 2900, 145, 203, 45),
    (None, "Trong đó: hộ DTTS", 310, 25, 31, 8),
    (2, "Xã An Hòa", 3120, 187, 231, 60),
    (3, "Phường Tân Lập", 5480, 162, 214, 55),
    ("II", "Khu vực miền núi"),
    (4, "Xã Yên Lạc", 1850, 412, 297, 130),
    (5, "Xã Đắk R'Lấp", 2075, 388, 266, 115),
    (6, "Xã Ia Đal", 1575, 405, 318, 140),
]

# Code, name, kind, parent, valid from, valid to: with the changes of 1 July 2025.
REGISTER = [
    ("04", "Tân Lập", "Tỉnh", None, None, None),
    ("041", "Huyện Yên Sơn", "Huyện", "04", None, "30/6/2025"),
    ("04101", "Xã Yên Lạc (cũ)", "Xã", "041", None, "30/6/2025"),
    ("04102", "Xã Yên Minh", "Xã", "041", None, "30/6/2025"),
    ("04103", "Thị trấn Yên Sơn", "Thị trấn", "041", "15/02/2004", "30/6/2025"),
    ("04201", "Xã An Bình", "Xã", "04", "01/7/2025", None),
    ("04202", "Xã An Hòa", "Xã", "04", "01/7/2025", None),
    ("04203", "Phường Tân Lập", "Phường", "04", "01/7/2025", None),
    ("04204", "Xã Yên Lạc", "Xã", "04", "01/7/2025", None),
    ("04205", "Xã Đắk R'Lấp", "Xã", "04", "01/7/2025", None),
    ("04206", "Xã Ia Đal", "Xã", "04", "01/7/2025", None),
    ("04207", "Phường Đông Hà", "Phường", "04", "01/01/2027", None),
]
