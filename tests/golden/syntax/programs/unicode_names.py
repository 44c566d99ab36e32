étude = 1
ﬁn = 2
Ångström = étude + fin
class Ünïcode:
    def método(self, ñ=étude):
        return self.método, ñ, 'naïve 😀', '\N{BULLET}'
ª = º = 1
