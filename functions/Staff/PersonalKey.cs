using System.Security.Cryptography;
using System.Text;

namespace Shouwang.Functions.Staff;

/// <summary>A staff member's own key (个人密钥): "320281105203.wang.7K3M-9QXD-…". It says whose it is, so that one row is read to check it.</summary>
/// <param name="Secret">32 characters of Crockford's alphabet, 160 random bits.</param>
internal sealed record PersonalKey(string Village, string Staff, string Secret)
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 32;

    public static PersonalKey New(string village, string staff) => new(village, staff, RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Null where the text is no such key. Small letters, missing hyphens, and O for 0 or I for 1 are taken: a key may come off a sheet of paper.</summary>
    public static PersonalKey? Parse(string text)
    {
        if (text.Split('.') is not [var village, var staff, var written] || village.Length != 12 || !village.All(char.IsAsciiDigit) || !StaffMember.IsId(staff))
            return null;
        var secret = string.Concat(written.Where(c => c is not ('-' or ' ')).Select(c => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other }));
        return secret.Length == Length && secret.All(c => Alphabet.Contains(c)) ? new PersonalKey(village, staff, secret) : null;
    }

    /// <summary>What is kept. The secret has 160 random bits, so that nothing slower is needed.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    public override string ToString() => $"{Village}.{Staff}.{string.Join('-', Secret.Chunk(4).Select(group => new string(group)))}";
}
