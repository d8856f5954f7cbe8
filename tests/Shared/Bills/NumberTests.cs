using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

public class NumberTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("329901195903080082", true)]
    [InlineData("510687199206253019", false)]
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491331002X", false)]
    [InlineData("1101051949123100", false)]
    public void Identity_numbers_need_a_birth_date_and_the_check_digit(string number, bool valid) => IdentityNumber.IsValid(number).ShouldBe(valid);

    [Fact]
    public void Identity_numbers_tell_birth_date_and_sex()
    {
        IdentityNumber.BirthDate("329901195903080082").ShouldBe(new DateOnly(1959, 3, 8));
        IdentityNumber.Sex("329901195903080082").ShouldBe("女");
    }

    [Fact]
    public void No_single_wrong_digit_passes_for_a_right_identity_number()
    {
        const string Right = "329901195903080082";
        for (var place = 0; place < Right.Length; place++)
        {
            foreach (var digit in "0123456789".Where(d => d != Right[place]))
                IdentityNumber.IsValid(Right[..place] + digit + Right[(place + 1)..]).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100I000100Y43", false)]
    public void Credit_codes_need_the_check_character(string code, bool valid) => CreditCode.IsValid(code).ShouldBe(valid);
}
