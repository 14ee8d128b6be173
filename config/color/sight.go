package color

import "math"

// Closest is the kind of sight in which two colours look most alike, and their difference in it (CIE 1976, ΔE).
func Closest(a, b Color) (sight string, delta float64) {
	delta = math.Inf(1)
	for _, s := range sights() {
		if d := distance(lab(apply(s.matrix, a.Linear())), lab(apply(s.matrix, b.Linear()))); d < delta {
			sight, delta = s.name, d
		}
	}
	return sight, delta
}

type sightMatrix struct {
	name   string
	matrix [3][3]float64
}

// sights are normal sight and the three kinds of colour blindness at full severity: Machado, Oliveira and Fernandes,
// "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), on linear RGB.
func sights() []sightMatrix {
	return []sightMatrix{
		{"normal sight", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"red-blind sight", [3][3]float64{
			{0.152286, 1.052583, -0.204868},
			{0.114503, 0.786281, 0.099216},
			{-0.003882, -0.048116, 1.051998},
		}},
		{"green-blind sight", [3][3]float64{
			{0.367322, 0.860646, -0.227968},
			{0.280085, 0.672501, 0.047413},
			{-0.011820, 0.042940, 0.968881},
		}},
		{"blue-blind sight", [3][3]float64{
			{1.255528, -0.076749, -0.178779},
			{-0.078411, 0.930809, 0.147602},
			{0.004733, 0.691367, 0.303900},
		}},
	}
}

func apply(m [3][3]float64, v [3]float64) [3]float64 {
	var out [3]float64
	for i := range m {
		out[i] = math.Min(math.Max(m[i][0]*v[0]+m[i][1]*v[1]+m[i][2]*v[2], 0), 1)
	}
	return out
}

// lab is CIELAB of linear sRGB under D65.
func lab(v [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*v[0] + 0.3575761*v[1] + 0.1804375*v[2]) / 0.95047)
	y := f(0.2126729*v[0] + 0.7151522*v[1] + 0.0721750*v[2])
	z := f((0.0193339*v[0] + 0.1191920*v[1] + 0.9503041*v[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}
