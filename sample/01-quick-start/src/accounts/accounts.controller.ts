import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateAccountDto, FindAccountsQuery, UpdateAccountDto } from './account.dto.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  findAll(@Query() query: FindAccountsQuery) {
    return this.accounts.findAll(query);
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.accounts.findOne(id);
  }

  @Post()
  create(@Body() account: CreateAccountDto) {
    return this.accounts.create(account);
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() changes: UpdateAccountDto) {
    return this.accounts.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return this.accounts.remove(id);
  }
}
