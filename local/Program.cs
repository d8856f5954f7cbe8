using Shouwang.Local;

// Started by ./run from the root of the tree, after everything has been built.
return await LocalProgram.RunAsync(LocalArguments.Parse(args, Environment.GetEnvironmentVariable, Environment.CurrentDirectory));
